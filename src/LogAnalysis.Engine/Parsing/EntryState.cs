namespace LogAnalysis.Parsing;

/// <summary>What is remembered of the entry that a container, or a log without containers, began last.</summary>
internal sealed class EntryState(byte[] container)
{
    /// <summary>The container's name with what stands behind it, as before each of its lines; empty where there is none.</summary>
    public byte[] Container { get; } = container;

    /// <summary>The entry's format; null before the first.</summary>
    public LogFormat? Format { get; set; }

    /// <summary>The entry's level.</summary>
    public LogLevel Level { get; set; }

    /// <summary>The stack trace that may be under way.</summary>
    public StackTraceTracker Trace { get; } = new();

    /// <summary>Whether the entry's message stands on its next line.</summary>
    public bool MessageFollows { get; set; }

    /// <summary>Whether the last line was only the first part of a long one.</summary>
    public bool IsPartial { get; set; }
}
