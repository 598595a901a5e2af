namespace LogAnalysis.Counting;

/// <summary>How the kinds of places are written.</summary>
internal static class PlaceKinds
{
    /// <summary>Values of several kinds, or of none that is known.</summary>
    public const PlaceKind Several = (PlaceKind)byte.MaxValue;

    private static readonly Dictionary<PlaceKind, string> Names = new()
    {
        [PlaceKind.Text] = "<text>",
        [PlaceKind.Number] = "<num>",
        [PlaceKind.Address] = "<ip>",
        [PlaceKind.Path] = "<path>",
        [PlaceKind.Id] = "<id>",
        [PlaceKind.Time] = "<time>",
        [PlaceKind.Host] = "<host>",
        [PlaceKind.Url] = "<url>",
    };

    /// <summary>The names of all kinds.</summary>
    public static IEnumerable<string> All => Names.Values;

    /// <summary>The name of a kind, such as <c>&lt;num&gt;</c>; <c>&lt;*&gt;</c> where there are several, or none is known.</summary>
    public static string NameOf(PlaceKind kind) => Names.GetValueOrDefault(kind, PatternToken.Wildcard);

    /// <summary>The kind of a place that is written at the beginning of a text, such as in the name of a pattern.</summary>
    /// <returns>Its length; 0 for none.</returns>
    public static int Match(ReadOnlySpan<byte> text, out PlaceKind kind)
    {
        kind = Several;
        if (text.StartsWith(PatternToken.WildcardBytes))
        {
            return PatternToken.Wildcard.Length;
        }

        foreach ((PlaceKind known, string name) in Names)
        {
            if (text.Length >= name.Length && System.Text.Ascii.Equals(text[..name.Length], name))
            {
                kind = known;
                return name.Length;
            }
        }

        return 0;
    }
}
