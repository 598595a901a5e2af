using LogAnalysis.Text;

namespace LogAnalysis;

/// <summary>What stands out in a report: when there were more errors, or warnings, than usual.</summary>
public sealed class LogFinding
{
    /// <summary>
    /// The finding in one sentence, such as <c>234 errors (usually 3) on 15 May 14:00 to 17:00, mostly 503 on POST /api/orders</c>. Control
    /// characters, and characters that hide text, are escaped, such as <c>\x1b</c>.
    /// </summary>
    public string Text => Cause is null ? Summary : $"{Summary}, {(CauseCount == Count ? "all" : "mostly")} {Cause}";

    /// <summary>The sentence without what most of them have in common: nothing in it comes from a log.</summary>
    public string Summary { get; init; } = string.Empty;

    /// <summary>Whether errors or warnings are more than usual.</summary>
    public LogLevel Level { get; init; }

    /// <summary>When it begins.</summary>
    public DateTimeOffset From { get; init; }

    /// <summary>When it ends, exclusive. At the end of a log that is the end of the last bucket.</summary>
    public DateTimeOffset To { get; init; }

    /// <summary>How many errors, or warnings, there were in that time.</summary>
    public long Count { get; init; }

    /// <summary>How many there usually are in such a time, with as many entries.</summary>
    public double Usual { get; init; }

    /// <summary>
    /// What most of them have in common, escaped as <see cref="Text"/> is: a status and a request, a pattern, an exception or a status; null
    /// where nothing makes up half of them.
    /// </summary>
    public string? Cause
    {
        get;
        init => field = ControlCharacters.EscapeControlCharacters(value);
    }

    /// <summary>How many of them that are; 0 where there is no cause.</summary>
    public long CauseCount { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Text;
}
