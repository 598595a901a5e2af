using System.Text;
using LogAnalysis.Fields;
using LogAnalysis.Times;

namespace LogAnalysis.Parsing;

/// <summary>Where lines come from, and what is known of them before the first is read.</summary>
/// <param name="Path">The file's full path; null if lines are from no file.</param>
internal sealed record LineSource(string? Path)
{
    /// <summary>The format of all lines; null to recognise it.</summary>
    public LogFormat? Format { get; init; }

    /// <summary>The encoding of the blocks, each of which ends between two code units; null for UTF-8.</summary>
    public Encoding? Encoding { get; init; }

    /// <summary>The longest line that is kept whole, in bytes.</summary>
    public int MaxLineLength { get; init; } = LineSplitter.DefaultMaxLineLength;

    /// <summary>When the source was last written; null for one that is still being written.</summary>
    public DateTime? LastWritten { get; init; }

    /// <summary>How long the source was then, in bytes: what is behind it is being written now.</summary>
    public long LengthWhenWritten { get; init; } = long.MaxValue;

    /// <summary>What is known of its times.</summary>
    public TimeConventions Conventions { get; init; } = TimeConventions.Default;

    /// <summary>What the dates before have shown, where reading goes on to learn from those that follow; null where all is known beforehand.</summary>
    public DateOrderSample? Dates { get; init; }

    /// <summary>Whether the beginning may be held until it has shown how its dates are to be read: the first lines are not urgent.</summary>
    public bool LooksAhead { get; init; }

    /// <summary>Whether line numbers are known: not where reading began somewhere in the middle.</summary>
    public bool CountsLines { get; init; } = true;

    /// <summary>How many lines precede the first that is read.</summary>
    public long LinesBefore { get; init; }

    /// <summary>The columns that the log is known to have declared before the first line that is read.</summary>
    public ColumnLayout? Columns { get; init; }
}
