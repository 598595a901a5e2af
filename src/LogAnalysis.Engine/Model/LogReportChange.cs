using System.Globalization;
using LogAnalysis.Text;

namespace LogAnalysis;

/// <summary>What is different, or equal, between two reports: what <c>Compare-LogReport</c> writes.</summary>
public sealed class LogReportChange
{
    /// <summary>What it is that was counted.</summary>
    public required LogChangeKind Kind { get; init; }

    /// <summary>The pattern, the exception with its frame, the status with its reason, the URL, or the level. Escaped, as the name of a group is.</summary>
    public required string Name
    {
        get;
        init => field = ControlCharacters.EscapeControlCharacters(value);
    }

    /// <summary>A name that is the same on every machine and in every run: of a pattern eight characters, otherwise the value itself.</summary>
    public required string Id
    {
        get;
        init => field = ControlCharacters.EscapeControlCharacters(value);
    }

    /// <summary>How it has changed.</summary>
    public required LogChangeType Change { get; init; }

    /// <summary>How often it occurs in the first report.</summary>
    public required long Before { get; init; }

    /// <summary>How often it occurs in the second report.</summary>
    public required long After { get; init; }

    /// <summary>
    /// How many times as often it occurs per hour of log time: 2 for twice as often, 0 for no longer; null for what is new. Where a report
    /// has no times, both are taken to be equally long.
    /// </summary>
    public double? Ratio { get; init; }

    /// <summary>
    /// How certain it is that the rate has changed, 0 to 1: 0.95 and above is significant. Chance alone reaches that in one of twenty of the
    /// reported changes at most, however many were compared.
    /// </summary>
    public required double Significance { get; init; }

    /// <summary>What the earliest error of a pattern or an exception says, in the second report or else in the first; null for other kinds. Escaped.</summary>
    public string? Example
    {
        get;
        init => field = ControlCharacters.EscapeControlCharacters(value);
    }

    /// <summary>The change in one line, such as <c>New Pattern: disk &lt;*&gt; full (0 to 12)</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Change} {Kind}: {Name} ({Before:N0} to {After:N0})");
}
