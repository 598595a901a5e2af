using System.Text;
using LogAnalysis.Text;

namespace LogAnalysis.Times;

/// <summary>The time with which a line of an application begins, in any of the shapes that carry a date, or as a clock time alone.</summary>
internal static class LeadingTimestamp
{
    /// <summary>With which two letters names of months and weekdays begin: hardly any other word does.</summary>
    private static readonly bool[] NameBeginnings = FindBeginnings();

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
            return text[0] == '@' ? TaiTimestamp.Match(text) : BeginsWithName(text) ? CalendarTimestamp.Match(text) : 0;
        }

        int length = DigitReader.CountLeading(text) switch
        {
            1 when text[1] == ':' => MatchClock(text, out hasDate),
            2 when text[2] == ':' => MatchClock(text, out hasDate),
            1 when IsDateMark(text[1]) => CalendarTimestamp.Match(text),
            2 when IsDateMark(text[2]) => CalendarTimestamp.Match(text),
            4 => IsoTimestamp.Match(text) is > 0 and int iso ? iso : CalendarTimestamp.Match(text),
            6 or 8 or 14 => BasicTimestamp.Match(text),
            _ => 0,
        };
        return length > 0 ? length : EpochTimestamp.Match(text);
    }

    /// <summary>
    /// Whether a text begins as the name of a month or weekday does, the first letter a capital; French, for one, has small letters, before a number.
    /// </summary>
    public static bool BeginsWithName(ReadOnlySpan<byte> text)
    {
        if (text.Length < 3 || !MayBeName(text))
        {
            return false;
        }

        return char.IsAsciiLetterUpper((char)text[0])
            ? MonthNames.TryParse(text[..3], out _) || WeekdayNames.BeginsWithName(text) || MonthNames.Match(text, out _) > 0
            : char.IsAsciiLetterLower((char)text[0]) && MonthNames.Match(text, out _) is > 0 and int name && name + 1 < text.Length && text[name] is (byte)' ' or (byte)'/' && char.IsAsciiDigit((char)text[name + 1]);
    }

    /// <summary>Whether the first two letters of a text are those of the name of a month or weekday.</summary>
    public static bool MayBeName(ReadOnlySpan<byte> text) => NameBeginnings[PairOf(text[0], text[1])];

    /// <summary>Upper and lower case of a letter agree in their lowest five bits.</summary>
    private static int PairOf(byte first, byte second) => ((first & 0x1F) << 5) | (second & 0x1F);

    private static bool[] FindBeginnings()
    {
        var pairs = new bool[1 << 10];
        foreach (string name in MonthNames.All.Concat(Enum.GetNames<DayOfWeek>()))
        {
            byte[] bytes = Encoding.UTF8.GetBytes(name);
            pairs[PairOf(bytes[0], bytes[1])] = true;
        }

        return pairs;
    }

    private static bool IsDateMark(byte mark) => mark is (byte)'/' or (byte)'-' or (byte)'.' or (byte)' ' || char.IsAsciiLetter((char)mark);

    /// <summary><c>07:00:30</c>, <c>07:00:30.139</c>, <c>7:00:30 AM</c>, <c>7:00AM</c>; or with the date behind it.</summary>
    private static int MatchClock(ReadOnlySpan<byte> text, out bool hasDate)
    {
        var cursor = new TextCursor(text);
        DateParts parts = default;
        hasDate = false;
        if (!WrittenClock.Read(ref cursor, ref parts, isMarked: false) || !(parts.HasSeconds || text[cursor.Position - 1] == 'M'))
        {
            return 0;
        }

        int clock = cursor.Position;
        bool isDateNext = cursor.Current is (byte)' ' or (byte)',' && char.IsAsciiLetterOrDigit((char)(cursor.Peek(1) == ' ' ? cursor.Peek(2) : cursor.Peek(1)));
        int length = isDateNext ? CalendarTimestamp.Match(text) : 0;
        hasDate = length > 0;
        return hasDate ? length : clock;
    }
}
