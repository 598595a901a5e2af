using LogAnalysis.Text;

namespace LogAnalysis.Times;

/// <summary>
/// The time of traditional syslog, <c>Nov  3 09:23:38</c>, which has no year. Some do not pad the day, <c>Nov 3 09:23:38</c>, write a dash or slash between
/// month and day, a fraction of the second, or the year after it, or the zone before the month.
/// </summary>
/// <remarks>Source: RFC 3164, section 4.1.2; <c>journalctl -o short-precise</c>.</remarks>
internal static class BsdTimestamp
{
    /// <summary>The length of most such times.</summary>
    public const int UsualLength = 15;

    private const int MinLength = 13;
    private const int MinuteLength = 12;

    /// <summary>The length of such a time at the beginning of a text, with what belongs to it; 0 if there is none.</summary>
    public static int Match(ReadOnlySpan<byte> text)
    {
        // Most are of this shape, and a host follows.
        bool isBeforeHost = text.Length > UsualLength + 1 && char.IsAsciiLetterLower((char)text[UsualLength + 1]);
        return isBeforeHost && IsUsual(text) ? UsualLength : Scan(text, out _);
    }

    /// <summary>Whether a text begins with such a time as traditional syslog has it, of <see cref="UsualLength"/> bytes, and a blank behind it.</summary>
    public static bool IsUsual(ReadOnlySpan<byte> text) =>
        text.Length > UsualLength && text[3] == ' ' && text[6] == ' ' && text[9] == ':' && text[12] == ':' && text[UsualLength] == ' ' && HasUsualShape(text);

    /// <summary>Reads such a time at the beginning of a text.</summary>
    /// <param name="text">A line, or a field of one.</param>
    /// <param name="parts">Receives what it consists of.</param>
    /// <returns>Its length; 0 if there is none.</returns>
    public static int Scan(ReadOnlySpan<byte> text, out DateParts parts)
    {
        parts = default;
        if (text.Length < MinLength)
        {
            return 0;
        }

        int start = SkipZone(text);
        int end = ScanWithoutZone(text[start..], ref parts);
        parts.Zone = start > 0 ? new ByteRange(0, start - 1) : parts.Zone;
        return end > 0 ? start + end : 0;
    }

    /// <summary>Reads such a time without seconds, where it is all of a field: <c>Jan 24 07:00</c>.</summary>
    public static bool ScanMinute(ReadOnlySpan<byte> text, out DateParts parts)
    {
        parts = default;
        return text.Length == MinuteLength && text[3] == ' ' && MonthNames.TryParse(text[..3], out parts.Month)
            && DigitReader.TryRead(text, text[4] == ' ' ? 5 : 4, text[4] == ' ' ? 1 : 2, out parts.Day) && text[6] == ' '
            && DigitReader.TryRead(text, 7, 2, out parts.Hour) && text[9] == ':' && DigitReader.TryRead(text, 10, 2, out parts.Minute);
    }

    /// <summary>Monit writes the zone first: <c>CET Jan 24 07:00:30</c>.</summary>
    private static int SkipZone(ReadOnlySpan<byte> text)
    {
        int zone = text[3] == ' ' ? 3 : text[4] == ' ' ? 4 : 0;
        bool isZone = zone > 0 && !text[..zone].ContainsAnyExceptInRange((byte)'A', (byte)'Z') && MonthNames.TryParse(text.Slice(zone + 1, 3), out _);
        return isZone ? zone + 1 : 0;
    }

    private static int ScanWithoutZone(ReadOnlySpan<byte> text, ref DateParts parts)
    {
        if (text.Length < MinLength || text[3] is not ((byte)' ' or (byte)'-' or (byte)'/') || !MonthNames.TryParse(text[..3], out parts.Month))
        {
            return 0;
        }

        int at = text[4] == ' ' ? 5 : 4;
        int hour = ReadPart(text, at, ' ', out parts.Day);
        hour += hour > 0 && text[hour] == ' ' ? 1 : 0;
        int minute = hour == 0 ? 0 : ReadPart(text, hour, ':', out parts.Hour);
        if (minute == 0 || !DigitReader.TryRead(text, minute, 2, out parts.Minute) || text.Length < minute + 5 || text[minute + 2] != ':'
            || !DigitReader.TryRead(text, minute + 3, 2, out parts.Second))
        {
            return 0;
        }

        int end = minute + 5;
        return end == text.Length ? end : ScanRest(text, end, ref parts);
    }

    private static bool HasUsualShape(ReadOnlySpan<byte> text) =>
        (text[4] == ' ' || char.IsAsciiDigit((char)text[4])) && char.IsAsciiDigit((char)text[5]) && DigitReader.TryRead(text, 7, 2, out _)
        && DigitReader.TryRead(text, 10, 2, out _) && DigitReader.TryRead(text, 13, 2, out _) && MonthNames.TryParse(text[..3], out _);

    /// <summary>Reads fraction, year and zone, as far as they are there.</summary>
    private static int ScanRest(ReadOnlySpan<byte> text, int end, ref DateParts parts)
    {
        int fraction = Fraction.Match(text[end..]);
        parts.Fraction = Fraction.Read(text.Slice(end, fraction));
        end += fraction;
        end += ReadYear(text[end..], ref parts);
        int zone = ZoneText.Match(text[end..]);

        // Before a blank, such a word is the host of syslog.
        parts.Zone = new ByteRange(end, end + zone == text.Length || text[end + zone] == ':' ? zone : 0);
        return parts.Zone.End;
    }

    /// <summary>Reads one or two digits; the position after the mark that ends them, 0 if there is none.</summary>
    private static int ReadPart(ReadOnlySpan<byte> text, int at, char mark, out int value)
    {
        int digits = char.IsAsciiDigit((char)text[at + 1]) ? 2 : 1;
        return DigitReader.TryRead(text, at, digits, out value) && text[at + digits] == mark ? at + digits + 1 : 0;
    }

    /// <summary><c> 2025</c>: no host has a number for a name.</summary>
    private static int ReadYear(ReadOnlySpan<byte> text, ref DateParts parts)
    {
        const int Length = 5;
        bool isYear = text.Length >= Length && text[0] == ' ' && text[1] is (byte)'1' or (byte)'2' && DigitReader.TryRead(text, 1, 4, out parts.Year)
            && (text.Length == Length || text[Length] is (byte)' ' or (byte)':' or (byte)']');
        parts.Year = isYear ? parts.Year : 0;
        return isYear ? Length : 0;
    }
}
