namespace LogAnalysis.Counting;

/// <summary>What is saved of a <see cref="PlaceValues"/>.</summary>
/// <param name="Kind">What the values look like.</param>
/// <param name="Count">How many there were.</param>
/// <param name="Values">The values with their counts.</param>
/// <param name="Distinct">How many different ones there were, in base 64.</param>
internal sealed record PlaceState(PlaceKind Kind, long Count, Dictionary<string, long> Values, string Distinct)
{
    /// <summary>Whether nothing is missing, and all numbers can be.</summary>
    internal bool IsWhole => Values is { Count: <= PlaceValues.MaxValues } && DistinctState.IsState(Distinct, PlaceValues.Precision) && CountLimits.IsCount(Count) && Values.Values.All(count => count > 0 && count <= Count);

    /// <summary>The state of a place.</summary>
    public static PlaceState Of(PlaceValues place) => new(
        place.Kind, place.Count, place.ToPairs().GroupBy(pair => pair.Key, StringComparer.Ordinal).ToDictionary(pair => pair.Key, pair => pair.Sum(each => each.Value), StringComparer.Ordinal), place.DistinctState);

    /// <summary>The place that this was.</summary>
    public PlaceValues ToPlace() => PlaceValues.Of(Kind, Count, Values, Distinct);
}
