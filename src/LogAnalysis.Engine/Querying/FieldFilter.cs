namespace LogAnalysis.Querying;

/// <summary>Which entries are wanted by their fields: all conditions must hold.</summary>
/// <param name="conditions">The conditions.</param>
internal sealed class FieldFilter(IReadOnlyList<FieldCondition> conditions)
{
    /// <summary>The conditions.</summary>
    public IReadOnlyList<FieldCondition> Conditions => conditions;

    /// <summary>Which of the fields that are asked about the log has.</summary>
    public FieldCensus Census { get; } = new([.. conditions.Select(condition => condition.Name)]);

    /// <summary>What the text of a wanted entry must contain.</summary>
    public RequiredTexts Required { get; } = new(conditions);

    /// <summary>Makes what decides about entries, for one thread.</summary>
    public FieldMatcher CreateMatcher() => new(this);
}
