using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace LogAnalysis.Querying;

/// <summary>
/// A pattern with PowerShell's wildcards, whatever the case: <c>*</c>, <c>?</c>, <c>[a-z]</c>, and a backtick before a character that is to be none.
/// What cannot be a set, such as <c>[z-a]</c>, stands for its characters.
/// </summary>
internal sealed class Wildcard
{
    private const char Escape = '`';

    private readonly string _pattern;
    private readonly byte[]? _exact;

    /// <summary>The text before a star that ends the pattern, where there is no other wildcard.</summary>
    private readonly byte[]? _prefix;
    private readonly Regex? _sets;

    /// <param name="pattern">The pattern.</param>
    public Wildcard(string pattern)
    {
        _pattern = pattern;
        bool hasSets = pattern.Contains('[', StringComparison.Ordinal) || pattern.Contains(Escape, StringComparison.Ordinal);
        _sets = hasSets ? Compile(ToRegex(pattern)) : null;
        _exact = hasSets ? null : ToPlain(pattern);
        _prefix = hasSets || !pattern.EndsWith('*') ? null : ToPlain(pattern[..^1]);
    }

    /// <summary>The longest text that is in everything that matches, whatever the case; empty where there are sets, or letters beyond ASCII.</summary>
    public string Literal => _sets is not null || !Ascii.IsValid(_pattern) ? string.Empty : _pattern.Split('*', '?').MaxBy(part => part.Length)!;

    /// <summary>Whether a text matches.</summary>
    public bool IsMatch(ReadOnlySpan<char> text) => _sets?.IsMatch(text) ?? IsMatch(_pattern, text);

    /// <summary>Whether a text in UTF-8 without escapes matches.</summary>
    public bool IsMatch(ReadOnlySpan<byte> text)
    {
        if (_exact is not null)
        {
            return text.Length == _exact.Length && Ascii.EqualsIgnoreCase(text, _exact);
        }

        if (_prefix is not null)
        {
            return text.Length >= _prefix.Length && Ascii.EqualsIgnoreCase(text[.._prefix.Length], _prefix);
        }

        char[] characters = ArrayPool<char>.Shared.Rent(text.Length);
        bool isMatch = IsMatch(characters.AsSpan(0, Encoding.UTF8.GetChars(text, characters)));
        ArrayPool<char>.Shared.Return(characters);
        return isMatch;
    }

    /// <summary>A pattern in UTF-8; null where it has wildcards, or letters that differ by more than a bit.</summary>
    private static byte[]? ToPlain(string pattern) => pattern.AsSpan().ContainsAny('*', '?') || !Ascii.IsValid(pattern) ? null : Encoding.UTF8.GetBytes(pattern);

    /// <summary>Only the last star is gone back to: so the time is the product of the lengths at most.</summary>
    private static bool IsMatch(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        int at = 0;
        int next = 0;
        int star = -1;
        int resume = 0;
        while (at < text.Length)
        {
            if (next < pattern.Length && pattern[next] == '*')
            {
                star = next++;
                resume = at;
            }
            else if (next < pattern.Length && (pattern[next] == '?' || IsSame(pattern[next], text[at])))
            {
                next++;
                at++;
            }
            else if (star >= 0)
            {
                next = star + 1;
                at = ++resume;
            }
            else
            {
                return false;
            }
        }

        return !pattern[next..].ContainsAnyExcept('*');
    }

    private static bool IsSame(char one, char other) => one == other || char.ToUpperInvariant(one) == char.ToUpperInvariant(other);

    private static Regex? Compile(string regex)
    {
        try
        {
            return new Regex(regex, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.NonBacktracking);
        }
        catch (Exception impossible) when (impossible is RegexParseException or NotSupportedException)
        {
            return null;
        }
    }

    private static string ToRegex(string pattern)
    {
        var regex = new StringBuilder(@"\A");
        for (int at = 0; at < pattern.Length; at++)
        {
            int close = pattern[at] == '[' ? pattern.IndexOf(']', Math.Min(at + 2, pattern.Length)) : -1;
            if (close > 0)
            {
                regex.Append('[').Append(Regex.Escape(pattern[(at + 1)..close]).Replace("]", @"\]", StringComparison.Ordinal)).Append(']');
                at = close;
            }
            else if (pattern[at] == Escape && at + 1 < pattern.Length)
            {
                regex.Append(Regex.Escape(pattern[++at].ToString()));
            }
            else
            {
                regex.Append(pattern[at] switch { '*' => ".*", '?' => ".", char other => Regex.Escape(other.ToString()) });
            }
        }

        return regex.Append(@"\z").ToString();
    }
}
