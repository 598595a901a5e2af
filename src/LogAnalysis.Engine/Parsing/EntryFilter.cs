using System.Text.RegularExpressions;
using LogAnalysis.Model;

namespace LogAnalysis.Parsing;

/// <summary>Which entries are wanted. What is not set does not filter; entries without a time are outside of every span of time.</summary>
internal sealed record EntryFilter
{
    /// <summary>The least serious level that is wanted.</summary>
    public LogLevel MinimumLevel { get; init; }

    /// <summary>The levels that are wanted; none for all.</summary>
    public IReadOnlyCollection<LogLevel> Levels { get; init; } = [];

    /// <summary>The beginning of the time that is wanted, inclusive.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Its end, exclusive.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>What the text must contain.</summary>
    public Regex? Pattern { get; init; }

    /// <summary>Whether every entry is wanted.</summary>
    public bool IncludesAll => MinimumLevel == default && Levels.Count == 0 && Since is null && Until is null && Pattern is null;

    /// <summary>Whether the pattern may give up on an entry.</summary>
    public bool CanTakeTooLong => Pattern is not null && Pattern.MatchTimeout != Regex.InfiniteMatchTimeout;

    /// <summary>Whether an entry is wanted.</summary>
    /// <exception cref="RegexMatchTimeoutException">The pattern took too long on this entry.</exception>
    public bool Includes(LogEntry entry) => Includes(entry.AsLine()) && Pattern?.IsMatch(entry.Text) != false;

    /// <summary>Whether an entry is wanted, patterns aside, by its first line.</summary>
    public bool Includes(in LogLine line) =>
        line.Level >= MinimumLevel
        && (Levels.Count == 0 || Levels.Contains(line.Level))
        && ((Since is null && Until is null) || IsInSpan(line.ParseTimestamp()));

    private bool IsInSpan(DateTimeOffset? time) => time is not null && !(time < Since) && !(time >= Until);
}
