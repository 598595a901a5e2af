using System.Globalization;
using System.Text;
using LogAnalysis.Text;

namespace LogAnalysis.Counting;

/// <summary>Of a request, what is the same for most of one kind: method, path without its query and without ids, and how it ended.</summary>
internal static class RequestTemplate
{
    private const int MaxNameLength = 32;
    private const int MaxNames = 16;

    /// <summary>Method, path and status; each name in the path is a word, and so is each slash.</summary>
    public static string Apply(ReadOnlySpan<byte> method, ReadOnlySpan<byte> url, int status)
    {
        var text = new StringBuilder();
        if (!method.IsEmpty)
        {
            text.Append(Encoding.UTF8.GetString(method)).Append(PatternToken.InnerSpace);
        }

        string path = Encoding.UTF8.GetString(WithoutQuery(url));
        path = path.Replace(PatternToken.Space, PatternToken.InnerSpace).Replace(PatternToken.Joint, PatternToken.InnerSpace);
        text.AppendJoin($"{PatternToken.Joint}/{PatternToken.Joint}", path.Split('/', MaxNames).Select(name => LooksVariable(name) ? PatternToken.Wildcard : name));
        text.Append(PatternToken.Joint).Append(PatternToken.InnerSpace).Append(status.ToString(CultureInfo.InvariantCulture));
        return text.ToString();
    }

    /// <summary>A URL without its query and fragment.</summary>
    public static ReadOnlySpan<byte> WithoutQuery(ReadOnlySpan<byte> url)
    {
        int end = url.IndexOfAny("?#;"u8);
        return Utf8Boundary.Cut(end < 0 ? url : url[..end], MessageTemplate.MaxLength);
    }

    private static bool LooksVariable(string name) => name.Length > MaxNameLength || name.Any(char.IsAsciiDigit) || name.Contains('%', StringComparison.Ordinal);
}
