namespace LogAnalysis.Model;

/// <summary>What of a text is none: holes that were never written, and damage.</summary>
/// <param name="Count">How many stretches there are.</param>
/// <param name="FirstOffset">Where the line begins that has the first of them.</param>
internal readonly record struct UnreadableText(long Count, long FirstOffset)
{
    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => Count == 0;

    /// <summary>One more, behind those so far.</summary>
    /// <param name="offset">Where its line begins.</param>
    public UnreadableText And(long offset) => new(Count + 1, IsEmpty ? offset : FirstOffset);

    /// <summary>These and others behind them.</summary>
    public UnreadableText And(UnreadableText later) => IsEmpty ? later : this with { Count = Count + later.Count };
}
