using System.Globalization;
using System.Text;
using LogAnalysis.Text;

namespace LogAnalysis.Counting;

/// <summary>Of a request, what is the same for most of one kind: method, path without its query and without ids, and how it ended.</summary>
internal static class RequestTemplate
{
    private const int MaxNames = 16;

    /// <summary>Method, path and status; each name in the path is a word.</summary>
    public static string Apply(ReadOnlySpan<byte> method, ReadOnlySpan<byte> url, int status)
    {
        var text = new StringBuilder().Append(PatternToken.RequestMark);
        AddWord(text, Encoding.UTF8.GetString(method));
        string[] names = Encoding.UTF8.GetString(WithoutQuery(url)).Split('/', MaxNames);
        for (int i = 0; i < names.Length; i++)
        {
            text.Append(i > 0 ? "/" : method.IsEmpty ? string.Empty : " ");
            AddWord(text, UrlTemplate.LooksVariable(Encoding.UTF8.GetBytes(names[i])) ? PatternToken.Wildcard : names[i]);
        }

        text.Append(' ');
        AddWord(text, status.ToString(CultureInfo.InvariantCulture));
        return text.ToString();
    }

    /// <summary>A URL without its query and fragment.</summary>
    public static ReadOnlySpan<byte> WithoutQuery(ReadOnlySpan<byte> url)
    {
        int end = url.IndexOfAny("?#;"u8);
        return Utf8Boundary.Cut(end < 0 ? url : url[..end], MessageTemplate.MaxLength);
    }

    private static void AddWord(StringBuilder text, string word) =>
        text.Append(PatternToken.Joint).Append(word.Replace(PatternToken.Joint, ' ')).Append(PatternToken.Joint);
}
