using LogAnalysis.Text;

namespace LogAnalysis.Fields;

/// <summary>
/// Whether the words of a line without level or status speak of an error. Words count whole; a negation before them
/// (<c>0 errors</c>, <c>no error</c>) or a nothing after them (<c>error=null</c>, <c>errors: 0</c>) takes it back.
/// </summary>
internal static class ErrorKeywords
{
    private static readonly WordTable<bool> Words = new((true,
        "error errors err failed failure failures fatal exception exceptions panic panicked critical segfault traceback"));

    private static readonly WordTable<bool> Negations = new((true, "0 no not nothing none never nobody without zero non"));

    private static readonly WordTable<bool> Nothings = new((true, "null none nil false undefined"));

    /// <summary>Whether any of the words occurs unrefuted in <paramref name="text"/> (UTF-8).</summary>
    public static bool Occur(ReadOnlySpan<byte> text)
    {
        ReadOnlySpan<byte> previous = default;
        for (int start = NextWord(text, 0); start < text.Length;)
        {
            int end = EndOfWord(text, start);
            ReadOnlySpan<byte> word = text[start..end];
            bool tells = IsExceptionName(word) || (Words.Contains(word) && !IsPartOfName(text, start, end));
            if (tells && !Negations.Contains(previous) && !SaysNothing(text[end..]))
            {
                return true;
            }

            previous = word;
            start = NextWord(text, end);
        }

        return false;
    }

    /// <summary>Paths and file names say nothing: <c>/var/log/error.log</c>, <c>GET /errors/failed</c>; nor does <c>error-free</c>.</summary>
    private static bool IsPartOfName(ReadOnlySpan<byte> text, int start, int end)
    {
        ReadOnlySpan<byte> rest = text[end..];
        ReadOnlySpan<byte> word = text[start..end];
        bool goesOn = rest.Length > 1 && rest[0] == '.' && char.IsAsciiLetterOrDigit((char)rest[1]);

        // Why the garbage collector of Java ran, most of the time.
        bool isCause = word.SequenceEqual("Failure"u8) && text[..start].EndsWith("(Allocation "u8);
        return goesOn || isCause || (start > 0 && text[start - 1] is (byte)'/' or (byte)'.') || rest.StartsWith("/"u8) || rest.StartsWith("-free"u8);
    }

    /// <summary>Class names say it too: <c>NullPointerException</c>, <c>ValueError</c>.</summary>
    private static bool IsExceptionName(ReadOnlySpan<byte> word) =>
        word.Length > 9 && char.IsAsciiLetterUpper((char)word[0]) && (word.EndsWith("Exception"u8) || word.EndsWith("Error"u8));

    private static bool SaysNothing(ReadOnlySpan<byte> rest)
    {
        rest = rest.TrimStart("\"' "u8);
        if (rest.IsEmpty || (rest[0] != '=' && rest[0] != ':'))
        {
            return false;
        }

        bool assigned = rest[0] == '=';
        rest = rest[1..].TrimStart("\"' "u8);
        int end = EndOfWord(rest, 0);

        // 'error: none, going on' says nothing; 'error: none of the disks answered' does.
        bool ends = assigned || end == rest.Length || rest[end] != ' ';
        return rest[..end].SequenceEqual("0"u8) || (ends && Nothings.Contains(rest[..end]));
    }

    private static int NextWord(ReadOnlySpan<byte> text, int at)
    {
        while (at < text.Length && !IsWordByte(text[at]))
        {
            at++;
        }

        return at;
    }

    private static int EndOfWord(ReadOnlySpan<byte> text, int at)
    {
        while (at < text.Length && IsWordByte(text[at]))
        {
            at++;
        }

        return at;
    }

    private static bool IsWordByte(byte b) => char.IsAsciiLetterOrDigit((char)b) || b == '_' || b >= 0x80;
}
