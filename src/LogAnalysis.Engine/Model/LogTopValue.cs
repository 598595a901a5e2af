using LogAnalysis.Text;

namespace LogAnalysis;

/// <summary>How often a value occurs: a method, a protocol, or what a field or a place of a pattern holds.</summary>
public sealed class LogTopValue
{
    /// <summary>
    /// The value, cut after 200 bytes. Control characters, and characters that hide text, are escaped, such as <c>\x1b</c>.
    /// </summary>
    public required string Value
    {
        get;
        init => field = ControlCharacters.EscapeControlCharacters(value);
    }

    /// <summary>How often; at least 1.</summary>
    public required long Count { get; init; }

    /// <summary>Its share of all that were counted, 0 to 100.</summary>
    public required double Percent { get; init; }

    /// <summary>
    /// How many more there can be: 0, and the count exact, up to 1,000 different values; beyond that at most a thousandth of all that
    /// were counted.
    /// </summary>
    public required long MaxUndercount { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Count} {Value}";
}
