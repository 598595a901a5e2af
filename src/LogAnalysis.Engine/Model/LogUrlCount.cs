using LogAnalysis.Text;

namespace LogAnalysis;

/// <summary>What is counted of the requests for one endpoint: a method, and a URL without its query in which ids are wildcards.</summary>
public sealed class LogUrlCount
{
    /// <summary>The HTTP method, escaped as <see cref="Url"/> is; null where the log does not say.</summary>
    public string? Method
    {
        get;
        init => field = ControlCharacters.EscapeControlCharacters(value);
    }

    /// <summary>
    /// The URL without its query, with <c>&lt;*&gt;</c> for each part of its path that has a digit, unless it is a name such as <c>v2</c>, an escape or more than 32 characters; cut after 200 bytes. Control
    /// characters, and characters that hide text, are escaped, such as <c>\x1b</c>.
    /// </summary>
    public string Url
    {
        get;
        init => field = ControlCharacters.EscapeControlCharacters(value);
    }

    = string.Empty;

    /// <summary>How many requests there were.</summary>
    public long Count { get; init; }

    /// <summary>Their share of all requests, 0 to 100.</summary>
    public double Percent { get; init; }

    /// <summary>How many of them got a status of 400 to 499.</summary>
    public long ClientErrors { get; init; }

    /// <summary>How many of them got a status of 500 and above.</summary>
    public long Errors { get; init; }

    /// <summary>The sum of the sizes of the responses, in bytes; null where none tells its size.</summary>
    public long? Bytes { get; init; }

    /// <summary>Half of the responses took no longer, and up to a thirty-second less; null where none tells how long it took.</summary>
    public TimeSpan? P50 { get; init; }

    /// <summary>95 % of the responses took no longer, and up to a thirty-second less; null where none tells how long it took.</summary>
    public TimeSpan? P95 { get; init; }

    /// <summary>The longest time; null where no response tells how long it took.</summary>
    public TimeSpan? Max { get; init; }

    /// <summary>
    /// How many more there can be: 0, and the counts exact, up to 1,000 different endpoints; beyond that at most a thousandth of all that were counted.
    /// </summary>
    public long MaxUndercount { get; init; }

    /// <summary>Method and URL in one text.</summary>
    internal string Name => Method is null ? Url : $"{Method} {Url}";

    /// <inheritdoc/>
    public override string ToString() => $"{Count} {Name}";
}
