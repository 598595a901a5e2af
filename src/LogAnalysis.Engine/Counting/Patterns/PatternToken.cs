using LogAnalysis.Text;

namespace LogAnalysis.Counting;

/// <summary>How a message pattern is written: words, and a wildcard where messages differ.</summary>
internal static class PatternToken
{
    /// <summary>Stands for whatever differs.</summary>
    public const string Wildcard = "<*>";

    /// <summary>The same in UTF-8.</summary>
    public static ReadOnlySpan<byte> WildcardBytes => "<*>"u8;

    /// <summary>Between two words that were apart.</summary>
    public const char Space = ' ';

    /// <summary>Between two words that were not: a key with its equals sign and its value. It is not shown.</summary>
    public const char Joint = '\u001f';

    /// <summary>A space within what is compared as one word. It is shown as a space.</summary>
    public const char InnerSpace = '\u001e';

    /// <summary>A pattern as people read it, fit to be shown.</summary>
    public static string Show(string pattern) =>
        ControlCharacters.EscapeControlCharacters(pattern.Replace(Joint.ToString(), string.Empty, StringComparison.Ordinal).Replace(InnerSpace, Space));
}
