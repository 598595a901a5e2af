using LogAnalysis.Text;

namespace LogAnalysis.Times;

/// <summary>
/// A date as people and programs write it: <c>2025-01-24</c>, <c>2025:01:24</c>, <c>2025-024</c>, <c>1/24/2025</c>, <c>24.01.25</c>, <c>01/24</c>,
/// <c>24 January 2025</c>, <c>24Jan2025</c>, <c>2025 Jan 24</c>, <c>Jan 24, 2025</c>, <c>Jan-24-25</c>, <c>2025年1月24日</c>, each perhaps with the weekday before it.
/// </summary>
internal static class WrittenDate
{
    private static ReadOnlySpan<byte> Year => "年"u8;

    private static ReadOnlySpan<byte> Month => "月"u8;

    private static ReadOnlySpan<byte> Day => "日"u8;

    /// <summary>Reads such a date. Without a year, it is read as far as the day.</summary>
    /// <param name="cursor">Where it begins; receives where it ends.</param>
    /// <param name="parts">Receives it.</param>
    public static bool Read(ref TextCursor cursor, ref DateParts parts)
    {
        bool isWord = char.IsAsciiLetter((char)cursor.Current);
        bool hasWeekday = isWord && SkipWeekday(ref cursor, ref parts);
        isWord = char.IsAsciiLetter((char)cursor.Current);
        return isWord ? ReadMonthFirst(ref cursor, ref parts) : ReadNumberFirst(ref cursor, ref parts, hasWeekday);
    }

    /// <summary>Skips <c>Fri </c>, <c>Fri, </c>, <c>Friday, </c>.</summary>
    private static bool SkipWeekday(ref TextCursor cursor, ref DateParts parts)
    {
        int length = WeekdayNames.Match(cursor.Rest, out DayOfWeek day);
        if (length == 0)
        {
            return false;
        }

        parts.Weekday = day;
        cursor.Position += length;
        cursor.Skip(',');
        return cursor.SkipBlanks(2) > 0;
    }

    /// <summary><c>Jan 24, 2025</c>, <c>Jan-24-25</c>, <c>January 24 2025</c>; <c>Jan 24</c>, behind which a clock time follows.</summary>
    private static bool ReadMonthFirst(ref TextCursor cursor, ref DateParts parts)
    {
        if (!ReadMonthName(ref cursor, ref parts))
        {
            return false;
        }

        var separator = (char)cursor.Current;
        bool isSeparated = cursor.SkipBlanks(2) > 0 || (separator is '-' or '/' && cursor.Skip(separator));
        if (!isSeparated || !cursor.ReadNumber(1, 2, out parts.Day))
        {
            return false;
        }

        int day = cursor.Position;
        bool isYear = separator == ' '
            ? (cursor.Skip(',') | (cursor.SkipBlanks(1) > 0)) && cursor.ReadNumber(4, 4, out parts.Year)
            : cursor.Skip(separator) && ReadYear(ref cursor, ref parts);
        cursor.Position = isYear ? cursor.Position : day;
        return isYear || separator == ' ';
    }

    /// <summary>A date that begins with a number: day, month or year.</summary>
    private static bool ReadNumberFirst(ref TextCursor cursor, ref DateParts parts, bool hasWeekday)
    {
        int digits = cursor.CountDigits();
        if (digits is not (1 or 2 or 4) || !cursor.ReadNumber(digits, digits, out int first))
        {
            return false;
        }

        if (digits == 4 && cursor.Rest.StartsWith(Year))
        {
            parts.Year = first;
            return ReadEastAsian(ref cursor, ref parts);
        }

        var separator = (char)cursor.Current;
        bool isGlued = char.IsAsciiLetter(separator);
        if (!isGlued && separator is not ('/' or '.' or '-' or ' ' or ':'))
        {
            return false;
        }

        cursor.Position += isGlued ? 0 : 1;
        if (char.IsAsciiLetter((char)cursor.Current) || cursor.Current >= 0x80)
        {
            return digits == 4 ? ReadMonthAndDay(ref cursor, ref parts, first, separator) : ReadMonthAndYear(ref cursor, ref parts, first, isGlued ? '\0' : separator);
        }

        return digits == 4 ? ReadYearFirst(ref cursor, ref parts, first, separator)
            : separator is '/' or '.' or '-' && ReadNumbers(ref cursor, ref parts, first, digits, separator);
    }

    /// <summary>Chinese and Japanese write what each number is behind it, perhaps padded: <c>2025年1月24日</c>, <c>2025年 1月 24日</c>.</summary>
    private static bool ReadEastAsian(ref TextCursor cursor, ref DateParts parts)
    {
        cursor.Position += Year.Length;
        cursor.SkipBlanks(2);
        if (!cursor.ReadNumber(1, 2, out parts.Month) || !cursor.Rest.StartsWith(Month))
        {
            return false;
        }

        cursor.Position += Month.Length;
        cursor.SkipBlanks(2);
        bool isRead = cursor.ReadNumber(1, 2, out parts.Day) && cursor.Rest.StartsWith(Day);
        cursor.Position += isRead ? Day.Length : 0;
        return isRead;
    }

    /// <summary><c>2025-Jan-24</c>, as Boost, and <c>2025 Jan  4</c>, as Cisco's NX-OS writes it.</summary>
    private static bool ReadMonthAndDay(ref TextCursor cursor, ref DateParts parts, int year, char separator)
    {
        parts.Year = year;
        return ReadMonthName(ref cursor, ref parts) && (separator == ' ' ? cursor.SkipBlanks(2) > 0 : cursor.Skip(separator))
            && cursor.ReadNumber(1, 2, out parts.Day);
    }

    /// <summary><c>24 Jan 2025</c>, <c>24-JAN-25</c>, <c>24Jan2025</c>; <c>24 Jan</c>, behind which a clock time follows.</summary>
    private static bool ReadMonthAndYear(ref TextCursor cursor, ref DateParts parts, int day, char separator)
    {
        parts.Day = day;
        if (!ReadMonthName(ref cursor, ref parts))
        {
            return false;
        }

        int month = cursor.Position;
        bool isYear = separator == ' '
            ? (cursor.Skip(',') | cursor.Skip(' ')) && cursor.ReadNumber(4, 4, out parts.Year)
            : (separator == 0 || cursor.Skip(separator)) && ReadYear(ref cursor, ref parts);
        cursor.Position = isYear ? cursor.Position : month;
        return isYear || separator == ' ';
    }

    /// <summary><c>2025-01-24</c>, or with the day of the year <c>2025-024</c>.</summary>
    private static bool ReadYearFirst(ref TextCursor cursor, ref DateParts parts, int year, char separator)
    {
        parts.Year = year;
        if (separator is '-' or '.' or '/' && cursor.CountDigits() == 3)
        {
            return cursor.ReadNumber(3, 3, out int ordinal) && TrySetOrdinal(year, ordinal, ref parts);
        }

        // Korean writes a blank behind each point, and a point behind the day, as Hungarian does: 2025. 1. 24., 2025.01.24.
        bool isSpaced = separator == '.' && cursor.Skip(' ');
        return separator != ' ' && cursor.ReadNumber(1, 2, out parts.Month) && cursor.Skip(separator) && (!isSpaced || cursor.Skip(' '))
            && cursor.ReadNumber(1, 2, out parts.Day) && (separator != '.' || cursor.Skip('.') || !isSpaced);
    }

    private static bool TrySetOrdinal(int year, int ordinal, ref DateParts parts)
    {
        if (year < 1 || ordinal < 1 || ordinal > (DateTime.IsLeapYear(year) ? 366 : 365))
        {
            return false;
        }

        DateTime day = new DateTime(year, 1, 1).AddDays(ordinal - 1);
        (parts.Month, parts.Day) = (day.Month, day.Day);
        return true;
    }

    /// <summary>Two or three numbers, the last of which is a year if there are three.</summary>
    private static bool ReadNumbers(ref TextCursor cursor, ref DateParts parts, int first, int digits, char separator)
    {
        int second = cursor.Position;
        if (!cursor.ReadNumber(1, 2, out int middle))
        {
            return false;
        }

        if (SkipMonthMark(ref cursor))
        {
            (parts.Day, parts.Month) = (first, middle);
            return cursor.Skip(separator) && ReadYear(ref cursor, ref parts);
        }

        bool isPadded = digits == 2 && cursor.Position == second + 2;
        if (!cursor.Skip(separator))
        {
            parts.Numbers = new NumericDate((short)first, (short)middle, -1, (byte)separator, HasShortYear: false);
            return isPadded && parts.Numbers.IsDay;
        }

        bool isShort = cursor.CountDigits() == 2;
        if (!cursor.ReadNumber(isShort ? 2 : 4, isShort ? 2 : 4, out int last))
        {
            return false;
        }

        parts.Numbers = new NumericDate((short)first, (short)middle, (short)last, (byte)separator, isShort);
        return parts.Numbers.IsDay;
    }

    /// <summary>Japanese and Korean write the word for it behind the month: <c>24-1月-2025</c>.</summary>
    private static bool SkipMonthMark(ref TextCursor cursor)
    {
        bool isMark = cursor.Rest.StartsWith("月"u8) || cursor.Rest.StartsWith("월"u8);
        cursor.Position += isMark ? "月"u8.Length : 0;
        return isMark;
    }

    /// <summary>A year of two digits or four.</summary>
    private static bool ReadYear(ref TextCursor cursor, ref DateParts parts)
    {
        bool isShort = cursor.CountDigits() == 2;
        bool isRead = isShort ? cursor.ReadNumber(2, 2, out parts.Year) : cursor.ReadNumber(4, 4, out parts.Year);
        parts.Year = isShort ? ShortYear.Resolve(parts.Year) : parts.Year;
        return isRead;
    }

    private static bool ReadMonthName(ref TextCursor cursor, ref DateParts parts)
    {
        int length = MonthNames.Match(cursor.Rest, out parts.Month);
        cursor.Position += length;
        return length > 0;
    }
}
