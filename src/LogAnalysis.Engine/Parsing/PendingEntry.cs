using LogAnalysis.Model;

namespace LogAnalysis.Parsing;

/// <summary>The beginning of an entry that is not known by its first line: lines are kept until they tell, or until it is clear that they will not.</summary>
/// <param name="lines">The lines so far.</param>
internal abstract class PendingEntry(KeptLines lines)
{
    /// <summary>The lines so far.</summary>
    public KeptLines Lines { get; } = lines;

    /// <summary>Whether nothing more is needed.</summary>
    public bool IsComplete { get; private protected set; }

    /// <summary>Whether a line that begins another entry, by more than a word for a level, ends this one.</summary>
    public virtual bool EndsAtOtherEntry => false;

    /// <summary>Takes the next line, if it belongs to the entry.</summary>
    /// <param name="text">The line as it was written.</param>
    /// <param name="plain">The line without terminal control sequences.</param>
    /// <param name="time">When a runtime took the line; empty if it does not tell.</param>
    /// <param name="place">Where it is.</param>
    public abstract bool TryAdd(ReadOnlySpan<byte> text, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> time, in LinePosition place);
}
