using System.Text;

namespace LogAnalysis.Text;

/// <summary>
/// The bytes with which a text can begin that a regular expression matches: most lines need not be tried, then. It reads what patterns of lines
/// begin with mostly, and says nothing of others.
/// </summary>
internal static class PatternStart
{
    /// <summary>The digits of any script: what is not ASCII begins with a byte of the upper half.</summary>
    private static readonly string AnyDigits = "0123456789" + string.Concat(Enumerable.Range(0x80, 0x80).Select(lead => (char)lead));

    /// <summary>The first bytes, as characters of that value; null where they are not known.</summary>
    public static string? Of(string pattern)
    {
        if (!pattern.StartsWith('^') || pattern.Contains('|', StringComparison.Ordinal) || pattern.Contains("(?i", StringComparison.Ordinal))
        {
            return null;
        }

        int at = SkipGroups(pattern, 1);
        (string? first, int end) = ReadAtom(pattern, at);
        return IsOptional(pattern, end) || (at > 1 && IsGroupOptional(pattern)) ? null : first;
    }

    private static bool IsOptional(string pattern, int end) => end < pattern.Length && pattern[end] switch
    {
        '?' or '*' => true,
        '{' => end + 1 >= pattern.Length || pattern[end + 1] is not (>= '1' and <= '9'),
        _ => false,
    };

    /// <summary>Skips the beginnings of groups: <c>(?&lt;time></c>, <c>(?:</c>, <c>(</c>.</summary>
    private static int SkipGroups(string pattern, int at)
    {
        while (at < pattern.Length && pattern[at] == '(')
        {
            if (at + 1 >= pattern.Length || pattern[at + 1] != '?')
            {
                at++;
                continue;
            }

            char kind = at + 2 < pattern.Length ? pattern[at + 2] : '\0';
            int close = kind == '<' ? pattern.IndexOf('>', at) : kind == '\'' ? pattern.IndexOf('\'', at + 3) : kind == ':' ? at + 2 : -1;
            bool isLookBehind = kind == '<' && at + 3 < pattern.Length && pattern[at + 3] is '=' or '!';
            if (close < 0 || isLookBehind)
            {
                return pattern.Length;
            }

            at = close + 1;
        }

        return at;
    }

    /// <summary>A group that may be left out makes the character in it no first one. Quantified groups are rare: any of them counts.</summary>
    private static bool IsGroupOptional(string pattern) =>
        pattern.Contains(")?", StringComparison.Ordinal) || pattern.Contains(")*", StringComparison.Ordinal) || pattern.Contains("){", StringComparison.Ordinal);

    private static (string? First, int End) ReadAtom(string pattern, int at)
    {
        if (at >= pattern.Length)
        {
            return (null, at);
        }

        switch (pattern[at])
        {
            case '\\':
                char escaped = at + 1 < pattern.Length ? pattern[at + 1] : '\0';
                return (escaped == 'd' ? AnyDigits : char.IsAsciiLetterOrDigit(escaped) || escaped == '\0' ? null : BytesOf(escaped), at + 2);
            case '[':
                int close = pattern.IndexOf(']', at + 1);
                return close < 0 ? (null, at) : (ReadClass(pattern[(at + 1)..close]), close + 1);
            case '.' or '(' or ')' or '+' or '*' or '?' or '{' or '$' or '^':
                return (null, at + 1);
            default:
                return (BytesOf(pattern[at]), at + 1);
        }
    }

    /// <summary>Letters, digits and ranges of them.</summary>
    private static string? ReadClass(string inside)
    {
        var members = new StringBuilder();
        for (int i = 0; i < inside.Length; i++)
        {
            bool isRange = i + 2 < inside.Length && inside[i + 1] == '-';
            char last = isRange ? inside[i + 2] : inside[i];
            if (!char.IsAsciiLetterOrDigit(inside[i]) || !char.IsAsciiLetterOrDigit(last))
            {
                return null;
            }

            for (char member = inside[i]; member <= last; member++)
            {
                members.Append(member);
            }

            i += isRange ? 2 : 0;
        }

        return members.Length == 0 ? null : members.ToString();
    }

    /// <summary>The first byte of a character in UTF-8. Half of a pair of surrogates says nothing.</summary>
    private static string? BytesOf(char character) =>
        char.IsSurrogate(character) ? null : ((char)Encoding.UTF8.GetBytes([character])[0]).ToString();
}
