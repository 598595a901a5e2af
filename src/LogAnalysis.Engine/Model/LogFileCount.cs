using LogAnalysis.Text;

namespace LogAnalysis;

/// <summary>What is counted of one file of a report.</summary>
public sealed class LogFileCount
{
    /// <summary>The file, as <see cref="LogReport.Paths"/> names it.</summary>
    public string Path
    {
        get;
        init => field = ControlCharacters.EscapeControlCharacters(value);
    }

    = string.Empty;

    /// <summary>The machine that it is on; null where a report of an older version does not say.</summary>
    public string? Host
    {
        get;
        init => field = ControlCharacters.Escape(value);
    }

    /// <summary>How many entries it has.</summary>
    public long Entries { get; init; }

    /// <summary>How many of them are of level Error or Critical.</summary>
    public long Errors { get; init; }

    /// <summary>How many of them are of level Warning.</summary>
    public long Warnings { get; init; }

    /// <summary>The time of its earliest entry; null where none has a time.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>The time of its latest entry; null where none has a time.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>The time of its latest error; null where there is none.</summary>
    public DateTimeOffset? LastError { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Errors} {Path}";
}
