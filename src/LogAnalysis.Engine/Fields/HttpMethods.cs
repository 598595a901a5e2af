using LogAnalysis.Text;

namespace LogAnalysis.Fields;

/// <summary>The methods of HTTP requests.</summary>
/// <remarks>Source: IANA, HTTP Method Registry; those that servers meet, WebDAV's included.</remarks>
internal static class HttpMethods
{
    private static readonly WordTable<bool> Names = new((true,
        "GET POST PUT DELETE HEAD OPTIONS PATCH CONNECT TRACE PROPFIND PROPPATCH MKCOL COPY MOVE LOCK UNLOCK REPORT SEARCH PRI QUERY"));

    /// <summary>Whether a word, in capitals, is one.</summary>
    public static bool Contains(ReadOnlySpan<byte> word) => !word.ContainsAnyInRange((byte)'a', (byte)'z') && Names.Contains(word);

    /// <summary>The length of a method, with a space after it, at the beginning of a text; 0 if there is none.</summary>
    public static int Match(ReadOnlySpan<byte> text)
    {
        if (text.Length < 4 || !char.IsAsciiLetterUpper((char)text[0]))
        {
            return 0;
        }

        int blank = text[..Math.Min(text.Length, 10)].IndexOf((byte)' ');
        return blank > 2 && Contains(text[..blank]) ? blank : 0;
    }
}
