using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis;

/// <summary>Errors that have something in common: what <c>Measure-LogErrors -By</c> writes, and a pattern of a report.</summary>
public sealed class LogErrorGroup
{
    /// <summary>What they were grouped by: <c>Pattern</c>, <c>Exception</c>, <c>Level</c>, <c>Path</c>, <c>StatusCode</c>, or fields, with commas between them.</summary>
    public string By { get; init; } = nameof(ErrorGroupKey.Pattern);

    /// <summary>
    /// What they have in common: the pattern, with <c>&lt;*&gt;</c> where messages differ; the exception with its frame, such as
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

    /// <summary>
    /// Of a report, how many there are in each bucket of its timeline; empty where none has a time. A pattern that spreads over a long time is known to a
    /// 250th of it, and shared evenly among the buckets of such a part.
    /// </summary>
    public long[] Timeline { get; init; } = [];

    /// <summary>The beginning of the window that was counted, inclusive, in UTC; null without <c>-Every</c>.</summary>
    public DateTimeOffset? WindowStart { get; internal set; }

    /// <summary>When they occurred; null where none has a time, or where that did not come through.</summary>
    internal OccurrenceTimeline? Occurrences { get; init; }

    /// <summary>The same group as a report shows it.</summary>
    /// <param name="paths">The names of its files.</param>
    /// <param name="timeline">How many there are in each bucket of the report.</param>
    internal LogErrorGroup WithPaths(string[] paths, long[] timeline) => new()
    {
        By = By,
        Name = RawName,
        Count = Count,
        Percent = Percent,
        Level = Level,
        First = First,
        Last = Last,
        Example = Example,
        Paths = paths,
        Timeline = timeline,
        Occurrences = Occurrences,
        WindowStart = WindowStart,
    };

    /// <summary>The same group as a part of others, under another name.</summary>
    internal LogErrorGroup As(string name, string by, double percent) => new()
    {
        By = by,
        Name = name,
        Count = Count,
        Percent = percent,
        Level = Level,
        First = First,
        Last = Last,
        Example = Example,
        Paths = Paths,
        Occurrences = Occurrences,
    };

    /// <inheritdoc/>
    public override string ToString() => $"{Count} {Name}";
}
