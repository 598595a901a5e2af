using LogAnalysis.Text;

namespace LogAnalysis;

/// <summary>How often a kind of browser or program asked, and how often it failed.</summary>
public sealed class LogUserAgentCount
{
    /// <summary>
    /// What it is, without its version: a browser, such as <c>Firefox</c>; a program or library, such as <c>curl</c> and <c>Python</c>; a robot, such as <c>Googlebot</c>;
    /// <c>Health check</c>, <c>Other bot</c>, <c>Other</c>, and <c>None</c> for requests that do not say.
    /// </summary>
    public string Family
    {
        get;
        init => field = ControlCharacters.EscapeControlCharacters(value);
    }

    = string.Empty;

    /// <summary>Whether it is a robot: a crawler, a preview or a health check, that comes by itself.</summary>
    public bool IsBot { get; init; }

    /// <summary>How many requests it made.</summary>
    public long Count { get; init; }

    /// <summary>Their share of all requests of which the log has the user agent, 0 to 100.</summary>
    public double Percent { get; init; }

    /// <summary>How many of them got a status of 500 and above.</summary>
    public long Errors { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Count} {Family}";
}
