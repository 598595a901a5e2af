using LogAnalysis.Text;

namespace LogAnalysis.Times;

/// <summary>
/// A date as people write it, and a clock time: <c>24-Jan-2025 07:00:30.139</c>, <c>Jan 24, 2025 7:00:30 AM</c>, <c>Fri Jan 24 07:00:30 CET 2025</c>,
/// <c>Fri, 24 Jan 2025 07:00:30 GMT</c>, <c>1/24/2025 7:00:30 AM</c>, <c>24.01.25 07.00.30</c>, <c>2025-01-24 | 07:00:30</c>, <c>2025-01-24] [07:00:30</c>,
/// <c>07:00:30 24/01/2025</c>.
/// </summary>
/// <remarks>
/// Source: the patterns of <c>java.util.logging</c>, Tomcat, Spark, WebSphere, .NET's cultures, RFC 1123, ISO C's <c>asctime</c>, <c>date</c> of the GNU
/// core utilities, Db2, Oracle, SSSD, Sophos UTM, Minecraft Forge, structlog, Cisco NX-OS.
/// </remarks>
internal static class CalendarTimestamp
{
    private const int MinLength = 11;
    private const int MaxBlanks = 3;

    /// <summary>The length of such a time, zone included, at the beginning of a text; 0 if there is none.</summary>
    public static int Match(ReadOnlySpan<byte> text) => Scan(text, out _);

    /// <summary>Reads such a time at the beginning of a text.</summary>
    /// <param name="text">A line, or a field of one.</param>
    /// <param name="parts">Receives what it consists of.</param>
    /// <returns>Its length, zone included; 0 if there is none.</returns>
    public static int Scan(ReadOnlySpan<byte> text, out DateParts parts)
    {
        parts = default;
        if (text.Length < MinLength)
        {
            return 0;
        }

        var cursor = new TextCursor(text);
        bool isClockFirst = text[1] == ':' || text[2] == ':';
        bool isRead = isClockFirst ? ReadClockFirst(ref cursor, ref parts) : ReadDateFirst(ref cursor, ref parts);
        return isRead && HasDay(in parts) ? cursor.Position : 0;
    }

    private static bool HasDay(in DateParts parts) => !parts.Numbers.IsEmpty || (parts.Month is >= 1 and <= 12 && parts.Day is >= 1 and <= 31);

    private static bool ReadDateFirst(ref TextCursor cursor, ref DateParts parts)
    {
        if (!WrittenDate.Read(ref cursor, ref parts))
        {
            return false;
        }

        bool hasYear = parts.Year > 0 || parts.Numbers.HasYear;
        if (!(hasYear ? SkipBetween(ref cursor) : cursor.SkipBlanks(2) > 0 || cursor.Skip('|') || (parts.Numbers.Separator == '/' && cursor.Skip('-'))))
        {
            return false;
        }

        bool isAfternoon = false;
        if (hasYear)
        {
            WrittenClock.SkipHalfOfDay(ref cursor, out isAfternoon);
        }

        if (!WrittenClock.Read(ref cursor, ref parts, isMarked: hasYear))
        {
            return false;
        }

        parts.Hour += isAfternoon && parts.Hour < 12 ? 12 : 0;
        ReadZone(ref cursor, ref parts);
        return hasYear ? parts.HasSeconds || !IsLikeVersion(in parts.Numbers)
            : parts.Numbers.IsEmpty ? parts.Weekday is not null && (ReadYearBehind(ref cursor, ref parts) || parts.HasSeconds)
            : parts.HasSeconds;
    }

    /// <summary><c>10.12.13</c>: a time of day behind it makes no date of it unless it has seconds.</summary>
    private static bool IsLikeVersion(in NumericDate numbers) => numbers.HasShortYear && numbers.Separator != '/';

    private static bool ReadClockFirst(ref TextCursor cursor, ref DateParts parts)
    {
        if (!WrittenClock.Read(ref cursor, ref parts, isMarked: false))
        {
            return false;
        }

        cursor.Skip(',');
        return cursor.SkipBlanks(1) > 0 && WrittenDate.Read(ref cursor, ref parts) && (parts.Year > 0 || parts.Numbers.HasYear);
    }

    private static void ReadZone(ref TextCursor cursor, ref DateParts parts)
    {
        int zone = ZoneText.Match(cursor.Rest);
        zone = zone == 0 && parts.IsDotted ? UtcOffset.MatchMinutes(cursor.Rest) : zone;
        parts.Zone = new ByteRange(cursor.Position, zone);
        cursor.Position = parts.Zone.End;
    }

    /// <summary><c>Fri Jan 24 07:00:30 2025</c>; a zone before the year whose name is not known is skipped.</summary>
    private static bool ReadYearBehind(ref TextCursor cursor, ref DateParts parts)
    {
        int end = cursor.Position;
        if (!cursor.Skip(' '))
        {
            return false;
        }

        int zone = cursor.Position;
        while (char.IsAsciiLetterUpper((char)cursor.Current))
        {
            cursor.Position++;
        }

        int length = cursor.Position - zone;
        bool isRead = (length == 0 || (length is >= 3 and <= 5 && cursor.Skip(' '))) && cursor.ReadNumber(4, 4, out parts.Year);
        cursor.Position = isRead ? cursor.Position : end;
        return isRead;
    }

    /// <summary>What is between date and clock: spaces, perhaps around a mark; a mark or a T alone; <c>at</c>, in French <c>à</c>.</summary>
    private static bool SkipBetween(ref TextCursor cursor)
    {
        if (cursor.Current is (byte)'T' or (byte)'t' or (byte)'_' or (byte)'-' or (byte)':' or (byte)'\t' or (byte)'/' or (byte)'@')
        {
            // Erlang writes two colons.
            cursor.Position += cursor.Rest.StartsWith("::"u8) ? 2 : 1;
            return true;
        }

        if (cursor.Current is (byte)']' or (byte)')')
        {
            // Each is in brackets, or the date alone.
            char open = cursor.Current == ']' ? '[' : '(';
            cursor.Position++;
            bool isNext = cursor.SkipBlanks(MaxBlanks) > 0 | cursor.Skip(open);
            cursor.Skip(open);
            cursor.SkipBlanks(1);
            return isNext;
        }

        bool isBlank = cursor.SkipBlanks(MaxBlanks) > 0;
        switch (cursor.Current)
        {
            case (byte)',' or (byte)';' or (byte)'|':
                cursor.Position++;
                cursor.SkipBlanks(MaxBlanks);
                return true;
            case (byte)'-' or (byte)'@' when isBlank:
                // Suricata writes two dashes.
                cursor.Position += cursor.Rest.StartsWith("--"u8) ? 2 : 1;
                return cursor.SkipBlanks(MaxBlanks) > 0;
            case (byte)'a' when isBlank && cursor.Rest.StartsWith("at "u8):
                cursor.Position += "at ".Length;
                return true;
            case 0xC3 when isBlank && cursor.Rest.StartsWith("à "u8):
                cursor.Position += "à "u8.Length;
                return true;
            default:
                return isBlank;
        }
    }
}
