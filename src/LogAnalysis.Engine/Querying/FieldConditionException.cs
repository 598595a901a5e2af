namespace LogAnalysis.Querying;

/// <summary>A condition of which it cannot be told what it means.</summary>
/// <param name="name">The field.</param>
/// <param name="value">What is asked of it.</param>
/// <param name="reason">Why it has no meaning.</param>
internal sealed class FieldConditionException(string name, object? value, string reason) : Exception($"{reason}")
{
    /// <summary>The field.</summary>
    public string Name => name;

    /// <summary>What is asked of it.</summary>
    public object? Value => value;

    /// <summary>Why it has no meaning.</summary>
    public string Reason => reason;
}
