using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Parsing;

/// <summary>
/// What tools that search or number lines put before them: <c>orders.log:2025-01-24 ...</c>, <c>/var/log/orders.log.1:17:...</c>, <c>C:\orders.log:17:...</c>,
/// <c>17:...</c>, <c>     17\t...</c>. Behind it a line begins as those of logs do, with a time, or with a client before one.
/// </summary>
/// <remarks>Source: <c>grep(1)</c>, <c>-H</c>, <c>-n</c>, <c>-C</c>; <c>findstr /n</c>; PowerShell, <c>Select-String</c>; <c>cat -n</c>, <c>nl(1)</c>, <c>less -N</c>.</remarks>
internal static class FoundPrefix
{
    private const int MaxFileNameLength = 200;
    private const int MaxNumberLength = 8;
    private const int MaxClientLength = 120;

    private static ReadOnlySpan<byte> Extension => ".log"u8;

    /// <summary>Select-String marks the lines that it was asked for where it shows others around them, which it indents.</summary>
    private static ReadOnlySpan<byte> Mark => "> "u8;

    /// <summary>The length of such a prefix; 0 if there is none.</summary>
    /// <param name="line">The line.</param>
    /// <param name="file">Receives the name of the file; empty where none is there.</param>
    public static int Match(ReadOnlySpan<byte> line, out ByteRange file)
    {
        file = default;
        if (line.IsEmpty)
        {
            return 0;
        }

        return char.IsAsciiDigit((char)line[0]) || (line[0] == ' ' && !(line.Length > 2 && line[1] == ' ' && char.IsAsciiLetter((char)line[2]))) ? MatchNumber(line)
            : line[0] == ' ' || char.IsAsciiLetter((char)line[0]) || line[0] is (byte)'/' or (byte)'.' or (byte)'>' or (byte)'\\' ? MatchFile(line, out file)
            : 0;
    }

    /// <summary>The number of a line alone, padded before a tab or blank, or before a colon.</summary>
    private static int MatchNumber(ReadOnlySpan<byte> line)
    {
        int blanks = line[0] == ' ' ? line.IndexOfAnyExcept((byte)' ') : 0;
        int digits = blanks is < 0 or > MaxNumberLength ? 0 : DigitReader.CountLeading(line[blanks..]);
        int end = blanks + digits;
        bool isNumber = digits is > 0 and < MaxNumberLength && end + 1 < line.Length && (line[end] == '\t' || line[end] == (blanks == 0 ? ':' : ' '));
        return isNumber && BeginsEntry(line[(end + 1)..]) ? end + 1 : 0;
    }

    private static int MatchFile(ReadOnlySpan<byte> line, out ByteRange file)
    {
        file = default;
        int start = line[0] == ' ' || line.StartsWith(Mark) ? Mark.Length : 0;

        // Most lines begin with a word that has none.
        ReadOnlySpan<byte> near = line[..Math.Min(line.Length, MaxFileNameLength)];
        int word = near[start..].IndexOf((byte)' ');
        int dot = (word < 0 ? near : near[..(start + word)]).IndexOf(Extension);
        if (dot < 0)
        {
            return line[0] == '/' ? MatchPath(line, near, out file) : 0;
        }

        // The name may hold a dash itself, or the colon of a time.
        int behind = dot + Extension.Length;
        int name = behind;
        int end = SkipBehind(line, ref name, near[behind..].IndexOfAny((byte)' ', (byte)':'));
        end = end > 0 ? end : SkipBehind(line, ref name, near[behind..].IndexOf((byte)'-'));
        end = end > 0 ? end : SkipBehind(line, ref name, line[behind..].IndexOf((byte)' '));
        file = end > 0 ? ByteRange.Between(start, name) : default;
        return end;
    }

    /// <summary>A path whose file has another name: <c>/var/log/messages:Jan 24 ...</c>.</summary>
    private static int MatchPath(ReadOnlySpan<byte> line, ReadOnlySpan<byte> near, out ByteRange file)
    {
        int name = 0;
        int end = SkipBehind(line, ref name, near.IndexOfAny((byte)' ', (byte)':'));
        file = ByteRange.Between(0, name);
        return end;
    }

    /// <summary>Behind what ends the name, so far behind it, an entry begins; 0 if none does.</summary>
    private static int SkipBehind(ReadOnlySpan<byte> line, ref int name, int length)
    {
        int end = length < 0 ? 0 : SkipNumber(line, name + length);
        bool begins = end > 0 && end < line.Length && BeginsEntry(line[end..], isNumbered: end > name + length + 1);
        name = begins ? name + length : name;
        return begins ? end : 0;
    }

    /// <summary>Behind the name are a mark, and perhaps the number of the line and the same mark.</summary>
    private static int SkipNumber(ReadOnlySpan<byte> line, int mark)
    {
        int end = mark + 1;
        int digits = line[mark] == ' ' ? 0 : DigitReader.CountLeading(line[end..]);
        bool isNumber = digits is > 0 and < MaxNumberLength && end + digits < line.Length && line[end + digits] == line[mark] && BeginsEntry(line[(end + digits + 1)..], isNumbered: true);
        return isNumber ? end + digits + 1 : end;
    }

    /// <summary>Whether an entry may begin there; behind a file and a number, one may go on too.</summary>
    private static bool BeginsEntry(ReadOnlySpan<byte> text, bool isNumbered = false)
    {
        if (isNumbered && (text.StartsWith("  "u8) || text.StartsWith("\t"u8)))
        {
            return true;
        }

        if (text.Length < IsoTimestamp.MinuteLength)
        {
            return false;
        }

        return IsoTimestamp.Match(text) > 0 || (text[0] == '[' && LeadingTimestamp.Match(text[1..], out bool hasDate) > 0 && hasDate)
            || (char.IsAsciiLetterUpper((char)text[0]) && BsdTimestamp.Match(text) > 0) || IsAccess(text);
    }

    /// <summary>A client, and in brackets a time as access logs have it.</summary>
    private static bool IsAccess(ReadOnlySpan<byte> text)
    {
        int open = char.IsAsciiLetterOrDigit((char)text[0]) ? text[..Math.Min(text.Length, MaxClientLength)].IndexOf(" ["u8) : -1;
        int end = open + 2 + ClfTimestamp.Length;
        return open > 0 && end < text.Length && ClfTimestamp.Matches(text[(open + 2)..end]);
    }
}
