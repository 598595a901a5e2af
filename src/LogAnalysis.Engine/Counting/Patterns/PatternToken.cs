using LogAnalysis.Text;

namespace LogAnalysis.Counting;

/// <summary>
/// How a message pattern is written: a mark, what is before the first word, the word, what is between it and the next, and so on, with <see cref="Joint"/> between
/// all of these. Words are places where messages differ.
/// </summary>
internal static class PatternToken
{
    /// <summary>Stands for whatever differs.</summary>
    public const string Wildcard = "<*>";

    /// <summary>The same in UTF-8.</summary>
    public static ReadOnlySpan<byte> WildcardBytes => "<*>"u8;

    /// <summary>Between a word and what is between words. It is not shown.</summary>
    public const char Joint = '\u001f';

    /// <summary>Begins the pattern of a message.</summary>
    public const char MessageMark = '\u001d';

    /// <summary>Begins the pattern of a request.</summary>
    public const char RequestMark = '\u001c';

    /// <summary>Begins a template that the writer of a message has made: it is one piece, and nothing in it is looked for.</summary>
    public const char WrittenMark = '\u001e';

    /// <summary>Begins the exception of entries with a trace, before the template of their message: see <see cref="TracedTemplate"/>.</summary>
    public const char ExceptionMark = '\u001a';

    /// <summary>Whether a text is written so, rather than as people read it.</summary>
    public static bool IsTemplate(string text) => text is [MessageMark or RequestMark or WrittenMark or ExceptionMark, ..];

    /// <summary>A pattern as people read it, fit to be shown.</summary>
    public static string Show(string pattern) => ControlCharacters.EscapeControlCharacters(
        IsTemplate(pattern) ? pattern[1..].Replace(Joint.ToString(), string.Empty, StringComparison.Ordinal) : pattern);
}
