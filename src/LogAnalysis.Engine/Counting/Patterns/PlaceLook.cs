namespace LogAnalysis.Counting;

/// <summary>What the values of a place look like.</summary>
/// <param name="Kind">Their kinds; several for those of a mask.</param>
/// <param name="Mask">The name of the mask whose values all of them are; null for none.</param>
internal readonly record struct PlaceLook(PlaceKind Kind, string? Mask = null)
{
    /// <summary>How it is written in the name of a pattern.</summary>
    public string Name => Mask is null ? PlaceKinds.NameOf(Kind) : $"<{Mask}>";

    /// <summary>That of the values of a mask.</summary>
    public static PlaceLook OfMask(string name) => new(PlaceKinds.Several, name);

    /// <summary>That of the values of both. The order of many makes no difference: a mask and anything else are of several kinds.</summary>
    public static PlaceLook operator |(PlaceLook one, PlaceLook other) =>
        one.Kind == PlaceKind.None ? other
        : other.Kind == PlaceKind.None ? one
        : new PlaceLook(one.Kind | other.Kind, one.Mask == other.Mask ? one.Mask : null);
}
