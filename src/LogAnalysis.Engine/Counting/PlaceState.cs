using System.Text.Json.Serialization;

namespace LogAnalysis.Counting;

/// <summary>What is saved of a <see cref="PlaceValues"/>.</summary>
/// <param name="Kind">What the values look like.</param>
/// <param name="Count">How many there were.</param>
/// <param name="Values">The values with their counts.</param>
/// <param name="Distinct">How many different ones there were, in base 64.</param>
internal sealed record PlaceState(PlaceKind Kind, long Count, Dictionary<string, long> Values, string Distinct)
{
    /// <summary>The mask of the values; null for none, or in a state of a version that had none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Mask { get; init; }

    /// <summary>Whether nothing is missing, and all numbers and names can be.</summary>
    internal bool IsWhole => (Mask is null || MaskName.IsValid(Mask)) && Values is { Count: <= PlaceValues.MaxValues } && DistinctState.IsState(Distinct, PlaceValues.Precision) && CountLimits.IsCount(Count) && Values.Values.All(count => count > 0 && count <= Count);

    /// <summary>The state of a place.</summary>
    public static PlaceState Of(PlaceValues place) => new(
        place.Look.Kind, place.Count, place.ToPairs().GroupBy(pair => pair.Key, StringComparer.Ordinal).ToDictionary(pair => pair.Key, pair => pair.Sum(each => each.Value), StringComparer.Ordinal), place.DistinctState)
    {
        Mask = place.Look.Mask,
    };

    /// <summary>The place that this was.</summary>
    public PlaceValues ToPlace() => PlaceValues.Of(new PlaceLook(Kind, Mask), Count, Values, Distinct);
}
