using System.Buffers;
using LogAnalysis.Text;

namespace LogAnalysis.Counting;

/// <summary>Paths of files: <c>/var/log</c>, <c>~/x</c>, <c>C:\data\a.txt</c>, <c>\\server\share</c>, <c>cache/front</c>.</summary>
internal static class PathShape
{
    private static readonly SearchValues<byte> Ends = SearchValues.Create(" \t\r\n,;\"'`()[]{}<>|="u8);
    private static readonly SearchValues<byte> QueryEnds = SearchValues.Create(" \t\r\n\"'`<>"u8);

    /// <summary>Ends of words with a point that are names of files rather than of hosts.</summary>
    private static readonly WordTable<bool> Extensions = new((true,
        "bak bat bin c cc cfg class cmd conf cpp crt cs css csv dat db dll doc docx dump err exe gif go gz h hpp htm html ini iso jar java jpg js json "
        + "jsp key ko lock log md out pdf pem php pid pl png properties ps1 py rb rpm rs sh so sock sql svg sys tar tmp toml ts txt war xls xlsx xml yaml yml zip"));

    /// <summary>The length of a path from a root at the beginning of a text; 0 for none.</summary>
    public static int Measure(ReadOnlySpan<byte> text)
    {
        bool isDrive = text.Length > 2 && char.IsAsciiLetter((char)text[0]) && text[1] == ':' && text[2] is (byte)'\\' or (byte)'/';
        if (isDrive || text.StartsWith("\\\\"u8))
        {
            return text.Length > 3 && (isDrive || TextClasses.IsWord(text[2])) ? MeasureWindows(text) : 0;
        }

        bool isDevice = text[0] == '\\' && text.Length > 1 && char.IsAsciiLetter((char)text[1]);
        bool isRooted = isDevice || text[0] == '/' || text.StartsWith("~/"u8) || text.StartsWith("./"u8) || text.StartsWith("../"u8);
        int length = isRooted ? TrimEnd(text[..UntilEnd(text)]) : 0;
        return length > 1 && text[..length].IndexOfAnyExcept("/.~"u8) >= 0 ? length : 0;
    }

    /// <summary>Whether a word is a path without a root, such as <c>cache/front</c>; not <c>I/O</c>.</summary>
    public static bool IsRelative(ReadOnlySpan<byte> word)
    {
        int slash = word.IndexOfAny((byte)'/', (byte)'\\');
        return slash > 0 && slash < word.Length - 1 && !IsAbbreviation(word);
    }

    /// <summary>Whether the end of a word with a point says that it names a file.</summary>
    public static bool IsFileName(ReadOnlySpan<byte> word)
    {
        int point = word.LastIndexOf((byte)'.');
        return point >= 0 && Extensions.Contains(word[(point + 1)..]);
    }

    /// <summary>The length of a text without the punctuation that ends a sentence.</summary>
    public static int TrimEnd(ReadOnlySpan<byte> text) => text.TrimEnd(".,;:!?"u8).Length;

    private static int UntilEnd(ReadOnlySpan<byte> text)
    {
        int end = text.IndexOfAny(Ends);
        if (end > 0 && text[end] == '=' && text[..end].Contains((byte)'?'))
        {
            // A query has values of its own.
            end = text.IndexOfAny(QueryEnds);
        }

        return end < 0 ? text.Length : end;
    }

    /// <summary>Folders can have spaces in their names: what follows belongs to the path if it goes on with a backslash.</summary>
    private static int MeasureWindows(ReadOnlySpan<byte> text)
    {
        int end = UntilEnd(text);
        while (end < text.Length && text[end] == ' ')
        {
            int next = UntilEnd(text[(end + 1)..]);
            int backslash = text.Slice(end + 1, next).IndexOf((byte)'\\');
            if (backslash <= 0)
            {
                break;
            }

            end += 1 + next;
        }

        return TrimEnd(text[..end]);
    }

    private static bool IsAbbreviation(ReadOnlySpan<byte> word)
    {
        foreach (byte value in word)
        {
            if (value != '/' && !char.IsAsciiLetterUpper((char)value))
            {
                return false;
            }
        }

        return true;
    }
}
