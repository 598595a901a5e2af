using System.Buffers;
using LogAnalysis.Text;

namespace LogAnalysis.Counting;

/// <summary>Numbers with sign, unit or percent sign, sizes, durations and versions.</summary>
internal static class NumberShape
{
    private const int MaxUnitLength = 12;

    private static readonly SearchValues<byte> NumberBytes = SearchValues.Create("0123456789.,_-+"u8);
    private static readonly SearchValues<byte> PlainBytes = SearchValues.Create("0123456789.,"u8);
    private static readonly SearchValues<byte> ExponentBytes = SearchValues.Create("0123456789+-"u8);
    private static readonly WordTable<bool> Units = new((true,
        "b kb mb gb tb pb kib mib gib tib byte bytes ns us µs ms s sec secs second seconds msec msecs millis millisecond milliseconds microsecond microseconds "
        + "nanosecond nanoseconds min mins minute minutes h hr hrs hour hours d day days week weeks hz khz mhz ghz kbps mbps gbps b/s kb/s mb/s gb/s % percent"));

    /// <summary>
    /// The length of a sign or comparison before a number, such as in <c>-5</c> and <c>&lt;1 sec</c>; 0 if there is none, or no number behind it.
    /// </summary>
    public static int CountSign(ReadOnlySpan<byte> message, int position)
    {
        if (message[position] is not ((byte)'-' or (byte)'+' or (byte)'<' or (byte)'>' or (byte)'~' or (byte)'$' or (byte)'#' or (byte)'.'))
        {
            return 0;
        }

        bool isFree = position == 0 || message[position - 1] is (byte)' ' or (byte)'\t' or (byte)'=' or (byte)':' or (byte)'(' or (byte)'[' or (byte)',';
        int next = position + 1;
        next += next < message.Length && message[position] is (byte)'<' or (byte)'>' && message[next] == '=' ? 1 : 0;
        return isFree && next < message.Length && TextClasses.IsDigit(message[next]) ? next - position : 0;
    }

    /// <summary>Whether a word is a number: digits, with points, commas, or underscores, an exponent, a unit or a suffix.</summary>
    public static bool IsNumber(ReadOnlySpan<byte> word)
    {
        if (word.StartsWith("0x"u8) || word.StartsWith("0X"u8))
        {
            return true;
        }

        int at = word[0] is (byte)'v' or (byte)'V' ? 1 : 0;
        int digits = word[at..].IndexOfAnyExcept(NumberBytes);
        return digits < 0 || (digits > 0 && Units.Contains(word[(at + digits)..])) || (digits > 0 && IsExponent(word[(at + digits)..]));
    }

    /// <summary>The length of a unit after a number, with the space before it; 0 if there is none.</summary>
    public static int MeasureUnit(ReadOnlySpan<byte> number, ReadOnlySpan<byte> rest)
    {
        if (rest.Length < 2 || rest[0] != ' ' || number.IndexOfAnyExcept(PlainBytes) >= 0)
        {
            return 0;
        }

        ReadOnlySpan<byte> text = rest[1..Math.Min(rest.Length, MaxUnitLength + 2)];
        int end = 0;
        while (end < text.Length && (TextClasses.IsWord(text[end]) || text[end] is (byte)'%' or (byte)'/'))
        {
            end++;
        }

        return end > 0 && Units.Contains(text[..end]) ? end + 1 : 0;
    }

    /// <summary>The length of a time of day, or of a duration such as <c>00:05</c>, at the beginning; 0 for none.</summary>
    public static int MeasureClock(ReadOnlySpan<byte> text)
    {
        int at = DigitReader.CountLeading(text);
        if (at is 0 or > 3)
        {
            return 0;
        }

        int parts = 1;
        while (at + 2 < text.Length && text[at] == ':' && TextClasses.IsDigit(text[at + 1]) && TextClasses.IsDigit(text[at + 2]) && DigitReader.CountLeading(text[(at + 1)..]) == 2)
        {
            at += 3;
            parts++;
        }

        if (parts == 1)
        {
            return 0;
        }

        int fraction = at + 1 < text.Length && text[at] is (byte)'.' or (byte)',' ? DigitReader.CountLeading(text[(at + 1)..]) : 0;
        at += fraction > 0 ? fraction + 1 : 0;
        return TextClasses.IsEnd(text, at) || text[at] is (byte)'Z' ? at + (at < text.Length && text[at] == 'Z' ? 1 : 0) : 0;
    }

    private static bool IsExponent(ReadOnlySpan<byte> text) =>
        text.Length > 1 && text[0] is (byte)'e' or (byte)'E' && text[1..].IndexOfAnyExcept(ExponentBytes) < 0;
}
