using System.Reflection;
using LogAnalysis.Counting;

namespace LogAnalysis.Reporting;

/// <summary>
/// A count of a report: how it is taken, and how it is shown. Reports, their merge state and every output take it from here.
/// </summary>
/// <param name="name">The property of <see cref="LogReport"/>, which also says what it counts.</param>
internal sealed class ReportCount(string name)
{
    private readonly PropertyInfo _property = typeof(LogReport).GetProperty(name) ?? throw new ArgumentException("A report has no such property.", nameof(name));

    /// <summary>The property's name.</summary>
    public string Name { get; } = name;

    /// <summary>How it follows from entries by level. Such a count needs no state of its own, and is known of objects of every kind.</summary>
    public Func<LevelCounter, long>? OfLevels { get; init; }

    /// <summary>Otherwise, how much each line adds.</summary>
    public LineCount? OfLine { get; init; }

    /// <summary>How much a response adds that comes as an object; null for nothing.</summary>
    public Func<LogStatusCode, long>? OfResponse { get; init; }

    /// <summary>What it is called where people read.</summary>
    public string Label { get; init; } = name;

    /// <summary>What is counted, for sentences; null where the heading of an output has a place of its own for it.</summary>
    public (string One, string Several)? Noun { get; init; }

    /// <summary>The level whose colour it has.</summary>
    public LogLevel Level { get; init; }

    /// <summary>Whether its share of all entries is shown too.</summary>
    public bool HasShare { get; init; }

    /// <summary>A remark below the figure.</summary>
    public string? Note { get; init; }

    /// <summary>Whether it is left out where it is zero.</summary>
    public bool IsOptional { get; init; }

    /// <summary>How the number is written for people.</summary>
    public Func<long, string> Format { get; init; } = DisplayFormat.Count;

    /// <summary>The count that a report has.</summary>
    public long Of(LogReport report) => (long)_property.GetValue(report)!;

    /// <summary>Sets it on a report that is being made: a list of counts cannot be an object initializer.</summary>
    public void Set(LogReport report, long count) => _property.SetValue(report, count);

    /// <summary>Its share of all entries, 0 to 100; 0 where there are none.</summary>
    public double PercentOf(LogReport report) => report.Entries == 0 ? 0 : 100.0 * Of(report) / report.Entries;

    /// <summary>Whether it is to be shown.</summary>
    public bool IsShown(LogReport report) => !IsOptional || Of(report) > 0;
}
