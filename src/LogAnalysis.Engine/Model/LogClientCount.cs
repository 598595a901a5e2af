using LogAnalysis.Text;

namespace LogAnalysis;

/// <summary>How often a client asked, and how often it failed.</summary>
public sealed class LogClientCount
{
    /// <summary>Its address or host name, cut after 200 bytes. Control characters, and characters that hide text, are escaped, such as <c>\x1b</c>.</summary>
    public string Client
    {
        get;
        init => field = ControlCharacters.EscapeControlCharacters(value);
    }

    = string.Empty;

    /// <summary>How many requests it made.</summary>
    public long Count { get; init; }

    /// <summary>Their share of all requests, 0 to 100.</summary>
    public double Percent { get; init; }

    /// <summary>How many of them got a status of 400 to 499.</summary>
    public long ClientErrors { get; init; }

    /// <summary>How many of them got a status of 500 and above.</summary>
    public long Errors { get; init; }

    /// <summary>
    /// How many more requests there can be: 0, and the count exact, up to 1,000 different clients; beyond that at most a thousandth of all that were counted.
    /// </summary>
    public long MaxUndercount { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Count} {Client}";
}
