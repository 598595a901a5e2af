using System.Diagnostics.CodeAnalysis;
using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis;

/// <summary>Errors that have something in common: what <c>Measure-LogErrors -By</c> writes, and a pattern of a report.</summary>
public sealed class LogErrorGroup
{
    /// <summary>A group of which all is still to be said.</summary>
    public LogErrorGroup()
    {
    }

    [SetsRequiredMembers]
    private LogErrorGroup(LogErrorGroup other)
    {
        By = other.By;
        Id = other.Id;
        Name = other.RawName;
        Count = other.Count;
        Percent = other.Percent;
        Level = other.Level;
        First = other.First;
        Last = other.Last;
        Example = other.Example;
        Trace = other.Trace;
        Paths = other.Paths;
        Values = other.Values;
        Timeline = other.Timeline;
        Contents = other.Contents;
        Occurrences = other.Occurrences;
        WindowStart = other.WindowStart;
    }

    /// <summary>What they were grouped by: <c>Pattern</c>, <c>Exception</c>, <c>Level</c>, <c>Path</c>, <c>StatusCode</c>, or fields, with commas between them.</summary>
    public string By { get; init; } = nameof(ErrorGroupKey.Pattern);

    /// <summary>
    /// What they have in common: the pattern, with <c>&lt;num&gt;</c> and the like where messages differ; the exception with its frame, such as
    /// <c>java.sql.SQLException at com.shop.OrderDao.save</c>; the level, the path, or the HTTP status. Control characters, and
    /// characters that hide text, are escaped, such as <c>\x1b</c>.
    /// </summary>
    public required string Name
    {
        get => ControlCharacters.EscapeControlCharacters(RawName);
        init => RawName = value;
    }

    /// <summary>The name by which they are counted.</summary>
    internal string RawName { get; private init; } = string.Empty;

    /// <summary>How many there are; at least 1.</summary>
    public required long Count { get; init; }

    /// <summary>Their share of all that were grouped, 0 to 100.</summary>
    public required double Percent { get; init; }

    /// <summary>The most serious level among them.</summary>
    public required LogLevel Level { get; init; }

    /// <summary>The time of the earliest; null where none has a time.</summary>
    public DateTimeOffset? First { get; init; }

    /// <summary>The time of the latest; null where none has a time.</summary>
    public DateTimeOffset? Last { get; init; }

    /// <summary>What the earliest says, escaped as <see cref="Name"/> is, cut after 300 characters.</summary>
    public string? Example
    {
        get;
        init => field = ControlCharacters.EscapeControlCharacters(value);
    }

    /// <summary>The files that they are in, by name.</summary>
    public required string[] Paths { get; init; }

    /// <summary>What was in the places of a pattern, in their order; none for other groups, and none for requests.</summary>
    public LogPatternPlace[] Values { get; init; } = [];

    /// <summary>How many of them there were when, in at most 24 buckets of equal width; none where they have no times.</summary>
    public LogTimeBucket[] Timeline { get; init; } = [];

    /// <summary>
    /// The further lines of the entry that <see cref="Example"/> is of, escaped, with line feeds between them, cut after 1,500 characters; null where it has no stack trace, and in other
    /// groups than patterns.
    /// </summary>
    public string? Trace
    {
        get;
        init => field = ControlCharacters.EscapeControlCharacters(value);
    }

    /// <summary>
    /// All that a pattern was made of, packed: by it, patterns that are piped to <c>Measure-LogErrors</c> or <c>Get-LogReport</c> add up exactly, and <c>Get-LogEntry</c> finds their
    /// entries. Null for other groups.
    /// </summary>
    public LogMergeState? MergeState
    {
        get => field ??= Contents?.Pack();
        init;
    }

    /// <summary>What was counted of the group beyond what is shown; null where it comes from elsewhere.</summary>
    internal IGroupContents? Contents { get; init; }

    /// <summary>The beginning of the window that was counted, inclusive, in UTC; null without <c>-Every</c>.</summary>
    public DateTimeOffset? WindowStart { get; internal set; }

    /// <summary>
    /// What a pattern is known by: eight hexadecimal digits, the same on every machine and in every run that counts the same messages, in whatever order. Null for
    /// other groups, which are known by their names.
    /// </summary>
    public string? Id { get; init; }

    /// <summary>When they occurred; null where none has a time, or where that did not come through.</summary>
    internal OccurrenceTimeline? Occurrences { get; init; }

    /// <summary>Of a report, how many there are in each bucket of its timeline; empty where that is not known.</summary>
    internal long[] CountsInReport { get; private init; } = [];

    /// <summary>The same group as a report shows it.</summary>
    /// <param name="paths">The names of its files.</param>
    /// <param name="counts">How many there are in each bucket of the report.</param>
    internal LogErrorGroup WithPaths(string[] paths, long[] counts) => new(this) { Paths = paths, CountsInReport = counts };

    /// <summary>The same group as a part of others, under another name.</summary>
    internal LogErrorGroup As(string name, string by, double percent) => new(this) { Name = name, By = by, Percent = percent };

    /// <summary>The same group as a pattern.</summary>
    /// <param name="id">What it is known by.</param>
    /// <param name="values">What was in its places.</param>
    /// <param name="contents">What was counted of it beyond what is shown.</param>
    internal LogErrorGroup AsPattern(string id, LogPatternPlace[] values, IGroupContents contents) => new(this) { Id = id, Values = values, Contents = contents };

    /// <inheritdoc/>
    public override string ToString() => $"{Count} {Name}";
}
