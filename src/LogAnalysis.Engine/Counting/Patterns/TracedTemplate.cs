namespace LogAnalysis.Counting;

/// <summary>
/// How an entry with a trace is counted: the exception that caused it, and the template of its message. Entries of one exception are of one kind, whatever their messages
/// say.
/// </summary>
/// <param name="Exception">The exception with its frame; null for an entry without a trace.</param>
/// <param name="Message">The template of the message; empty where several were merged.</param>
internal readonly record struct TracedTemplate(string? Exception, string Message)
{
    /// <summary>Between the exception and the message.</summary>
    private const char Separator = '\u0019';

    /// <summary>What entries of the exception have in common, whatever their messages; only where there is one.</summary>
    public string Kind => KindOf(Exception!);

    /// <summary>The same of an exception.</summary>
    public static string KindOf(string exception) => PatternToken.ExceptionMark + exception;

    /// <summary>The parts of a template.</summary>
    public static TracedTemplate Parse(string template)
    {
        if (template[0] != PatternToken.ExceptionMark)
        {
            return new TracedTemplate(null, template);
        }

        int end = template.IndexOf(Separator, StringComparison.Ordinal);
        return end < 0 ? new TracedTemplate(template[1..], string.Empty) : new TracedTemplate(template[1..end], template[(end + 1)..]);
    }

    /// <summary>The template by which it is counted.</summary>
    public override string ToString() => Exception is null ? Message : Kind + Separator + Message;
}
