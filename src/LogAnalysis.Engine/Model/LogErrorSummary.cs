using LogAnalysis.Text;

namespace LogAnalysis;

/// <summary>How many errors a log, or several, have: what <c>Measure-LogErrors</c> writes.</summary>
public sealed class LogErrorSummary
{
    /// <summary>The file, escaped as <see cref="LastMessage"/> is; null where the lines came from several files, or from the pipeline without one.</summary>
    public string? Path
    {
        get;
        init => field = ControlCharacters.EscapeControlCharacters(value);
    }

    /// <summary>How many lines there are, continuation lines and all.</summary>
    public long Lines { get; init; }

    /// <summary>How many entries there are: an entry is one line and the continuation lines after it.</summary>
    public long Entries { get; init; }

    /// <summary>How many entries are of level Error or Critical.</summary>
    public long Errors { get; init; }

    /// <summary>How many of those are Critical.</summary>
    public long Critical { get; init; }

    /// <summary>How many entries are of level Warning.</summary>
    public long Warnings { get; init; }

    /// <summary>Errors per entry, 0 to 1; 0 where there are no entries.</summary>
    public double ErrorRate { get; init; }

    /// <summary>The time of the earliest error; null where there is none, or none with a time.</summary>
    public DateTimeOffset? FirstError { get; init; }

    /// <summary>The time of the latest error; null where there is none, or none with a time.</summary>
    public DateTimeOffset? LastError { get; init; }

    /// <summary>
    /// What the error that was read last says; null where there is none. Control characters, and characters that hide text, are escaped,
    /// such as <c>\x1b</c>.
    /// </summary>
    public string? LastMessage
    {
        get;
        init => field = ControlCharacters.EscapeControlCharacters(value);
    }

    /// <summary>The beginning of the window that was counted, inclusive, in UTC; null without <c>-Every</c>.</summary>
    public DateTimeOffset? WindowStart { get; init; }

    /// <summary>Its end, exclusive.</summary>
    public DateTimeOffset? WindowEnd { get; init; }

    /// <summary>The counts in one line, with the file and the window that they are of.</summary>
    public override string ToString() =>
        $"{CountText.OfErrors(Errors, Warnings, Entries)}{(Path is null ? string.Empty : $" in {Path}")}{(WindowStart is null ? string.Empty : $", from {WindowStart:u}")}";
}
