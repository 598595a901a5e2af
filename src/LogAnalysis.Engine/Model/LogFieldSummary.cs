using LogAnalysis.Text;

namespace LogAnalysis;

/// <summary>A field that entries of a log have: what <c>Measure-LogField</c> writes.</summary>
public sealed class LogFieldSummary
{
    /// <summary>
    /// Its name, as the log writes it; members of objects are behind a point, as in <c>User.Name</c>. Control characters, and characters that hide
    /// text, are escaped, such as <c>\x1b</c>.
    /// </summary>
    public required string Name
    {
        get;
        init => field = ControlCharacters.EscapeControlCharacters(value);
    }

    /// <summary>What its values are.</summary>
    public LogFieldType Type { get; init; }

    /// <summary>How many entries have it; at least 1.</summary>
    public required long Count { get; init; }

    /// <summary>Their share of all entries, 0 to 100.</summary>
    public required double Percent { get; init; }

    /// <summary>How many different values there are: exact up to 256, beyond that estimated, mostly within 1.6 %.</summary>
    public long Distinct { get; init; }

    /// <summary>The most frequent values.</summary>
    public LogTopValue[] Top { get; init; } = [];

    /// <summary>The smallest number, or the earliest time; null where values are neither.</summary>
    public object? Minimum { get; init; }

    /// <summary>The largest number, or the latest time; null where values are neither.</summary>
    public object? Maximum { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Name} ({Type}, {Count})";
}
