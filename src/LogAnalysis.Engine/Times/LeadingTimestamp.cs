using LogAnalysis.Text;

namespace LogAnalysis.Times;

/// <summary>The time with which a line of an application begins, in any of the shapes that carry a date, or as a clock time alone.</summary>
internal static class LeadingTimestamp
{
    /// <summary>How many bytes a time at the beginning of a text takes; 0 if there is none.</summary>
    /// <param name="text">A line, from where the time may be.</param>
    /// <param name="hasDate">Whether there is a date: a clock time alone does not tell when.</param>
    public static int Match(ReadOnlySpan<byte> text, out bool hasDate)
    {
        hasDate = true;
        if (text.Length < 8)
        {
            return 0;
        }

        if (!char.IsAsciiDigit((char)text[0]))
        {
            return char.IsAsciiLetterUpper((char)text[0]) && text[3] is (byte)' ' or (byte)',' ? CalendarTimestamp.Match(text) : 0;
        }

        int length = DigitReader.CountLeading(text) switch
        {
            1 when text[1] is (byte)'/' or (byte)'-' => CalendarTimestamp.Match(text),
            2 when text[2] == ':' => MatchClock(text, out hasDate),
            2 when text[2] is (byte)'/' or (byte)'-' or (byte)' ' => CalendarTimestamp.Match(text),

            // Only a whole year follows points, and no address holds four digits.
            2 when text[5] == '.' && DigitReader.TryRead(text, 6, 4, out _) => CalendarTimestamp.Match(text),
            4 => IsoTimestamp.Match(text) is > 0 and int iso ? iso : CalendarTimestamp.Match(text),
            6 or 8 => BasicTimestamp.Match(text),
            _ => 0,
        };
        return length > 0 ? length : EpochTimestamp.Match(text);
    }

    /// <summary><c>07:00:30</c> or <c>07:00:30.139</c>.</summary>
    private static int MatchClock(ReadOnlySpan<byte> text, out bool hasDate)
    {
        hasDate = false;
        bool clock = text[5] == ':' && DigitReader.TryRead(text, 0, 2, out int hour) && hour < 24
            && DigitReader.TryRead(text, 3, 2, out _) && DigitReader.TryRead(text, 6, 2, out _);
        return clock ? 8 + Fraction.Match(text[8..]) : 0;
    }
}
