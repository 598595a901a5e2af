using System.Globalization;
using LogAnalysis.Text;

namespace LogAnalysis;

/// <summary>Statistics of one field: what <c>Measure-LogField -Name</c> writes.</summary>
public sealed class LogFieldStatistics
{
    /// <summary>The field, as it was asked for. Control characters, and characters that hide text, are escaped, such as <c>\x1b</c>.</summary>
    public required string Name
    {
        get;
        init => field = ControlCharacters.EscapeControlCharacters(value);
    }

    /// <summary>
    /// What the entries have in common, with <c>-By</c>: the value of that field, or the values of several, with commas between them; escaped as
    /// <see cref="Name"/> is. Null without <c>-By</c>.
    /// </summary>
    public string? Group
    {
        get;
        init => field = ControlCharacters.EscapeControlCharacters(value);
    }

    /// <summary>How many entries have the field; at least 1.</summary>
    public required long Count { get; init; }

    /// <summary>The sum of the numbers among its values; null where there are none. A duration with a unit counts in milliseconds.</summary>
    public double? Sum { get; init; }

    /// <summary>Their mean.</summary>
    public double? Average { get; init; }

    /// <summary>The smallest.</summary>
    public double? Minimum { get; init; }

    /// <summary>The largest.</summary>
    public double? Maximum { get; init; }

    /// <summary>The median: the smallest value that half of the numbers do not exceed, as the other percentiles are for their shares.</summary>
    public double? P50 { get; init; }

    /// <summary>The 90th percentile.</summary>
    public double? P90 { get; init; }

    /// <summary>The 95th percentile.</summary>
    public double? P95 { get; init; }

    /// <summary>The 99th percentile.</summary>
    public double? P99 { get; init; }

    /// <summary>How many different values there are: exact up to 256, beyond that estimated.</summary>
    public long Distinct { get; init; }

    /// <summary>The beginning of the window that was counted, inclusive, in UTC; null without <c>-Every</c>.</summary>
    public DateTimeOffset? WindowStart { get; init; }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name}{(Group is null ? string.Empty : $" of {Group}")}: {Count}, P50 {P50}, P95 {P95}");
}
