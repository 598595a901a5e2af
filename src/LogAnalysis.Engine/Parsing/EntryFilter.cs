using System.Text.RegularExpressions;
using LogAnalysis.Model;
using LogAnalysis.Querying;
using LogAnalysis.Text;

namespace LogAnalysis.Parsing;

/// <summary>
/// Which entries are wanted. What is not set does not filter; entries without a time are outside of every span of time. A further condition belongs
/// into <see cref="IncludesLine"/> where an entry's first line decides it, and into <see cref="IncludesText"/> where only the whole entry does.
/// </summary>
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

    /// <summary>What the text must not contain.</summary>
    public Regex? NotPattern { get; init; }

    /// <summary>Counts the entries on which a pattern takes too long; they are not wanted.</summary>
    public PatternPatience Patience { get; } = new();

    /// <summary>What the whole entry must meet besides; null for nothing.</summary>
    public IEntryTest? Test { get; init; }

    /// <summary>What the fields must be; null for anything. <see cref="EntrySelector"/> asks it.</summary>
    public FieldFilter? Where { get; init; }

    /// <summary>Whether every entry is wanted.</summary>
    public bool IncludesAll => MinimumLevel == default && Levels.Count == 0 && !HasSpan && !NeedsText && Where is null;

    /// <summary>Whether only a span of time is wanted.</summary>
    public bool HasSpan => Since is not null || Until is not null;

    /// <summary>Whether the first line of an entry does not decide.</summary>
    public bool NeedsText => Pattern is not null || NotPattern is not null || Test is not null;

    /// <summary>Whether a pattern is likely to take too long on what was written for that.</summary>
    public bool CanTakeTooLong => Backtracks(Pattern) || Backtracks(NotPattern);

    /// <summary>The same filter as far as the first line of an entry decides.</summary>
    public EntryFilter OfLines() => this with { Pattern = null, NotPattern = null, Test = null };

    /// <summary>Whether an entry is wanted as far as level and time decide.</summary>
    public bool IncludesLine(in LogLine line) =>
        IncludesLevel(line.Level) && (!HasSpan || IsInSpan(line.ParseTimestamp()));

    /// <summary>Whether an entry of one line is wanted of which only these are known.</summary>
    public bool Includes(LogLevel level, DateTimeOffset? time, string text) =>
        IncludesLevel(level) && IsInSpan(time) && MatchesPatterns(text);

    /// <summary>Whether an entry is wanted as far as its text decides.</summary>
    public bool IncludesText(LogEntry entry) => !NeedsText || (Test?.Includes(entry) != false && (!HasPattern || MatchesPatterns(entry.Text)));

    /// <summary>Whether a time is in the span that is wanted, where there is one.</summary>
    public bool IsInSpan(DateTimeOffset? time) => !HasSpan || (time is not null && !(time < Since) && !(time >= Until));

    private bool HasPattern => Pattern is not null || NotPattern is not null;

    private static bool Backtracks(Regex? pattern) => pattern is not null && UserPattern.Backtracks(pattern);

    private bool IncludesLevel(LogLevel level) => level >= MinimumLevel && (Levels.Count == 0 || Levels.Contains(level));

    private bool MatchesPatterns(string text) =>
        (Pattern is null || Patience.IsMatch(Pattern, text) == true) && (NotPattern is null || Patience.IsMatch(NotPattern, text) == false);
}
