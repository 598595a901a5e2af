using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis;

/// <summary>How often an HTTP status occurred.</summary>
public sealed class LogStatusCodeCount
{
    /// <summary>The HTTP status, 100 to 599.</summary>
    public required int Code { get; init; }

    /// <summary>Its class, such as <c>4xx</c>.</summary>
    public string Class => HttpStatus.ClassOf(Code);

    /// <summary>Its reason phrase, such as <c>Not Found</c>; null for an unregistered code.</summary>
    public string? Reason => HttpStatus.ReasonOf(Code);

    /// <summary>
    /// What the responses have in common, with <c>-By</c>: the value of that field, or the values of several, with commas between them. Control characters,
    /// and characters that hide text, are escaped, such as <c>\x1b</c>. Null without <c>-By</c>.
    /// </summary>
    public string? Group
    {
        get;
        init => field = ControlCharacters.EscapeControlCharacters(value);
    }

    /// <summary>How often; at least 1.</summary>
    public required long Count { get; init; }

    /// <summary>Its share of all that were counted, 0 to 100.</summary>
    public required double Percent { get; init; }

    /// <summary>The time of the earliest; null where none has a time.</summary>
    public DateTimeOffset? First { get; init; }

    /// <summary>The time of the latest; null where none has a time.</summary>
    public DateTimeOffset? Last { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Code} {Count}";
}
