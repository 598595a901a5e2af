using LogAnalysis.Text;

namespace LogAnalysis.Times;

/// <summary>
/// A clock time as people and programs write it: <c>07:00:30.139</c>, <c>7:00 AM</c>, <c>07.00.30,139</c>, <c>07-00-30</c>, <c>07:00.30</c>,
/// <c>070030</c>.
/// </summary>
internal static class WrittenClock
{
    private const int MaxHour = 23;

    /// <summary>A point and three digits: fewer behind points are an address.</summary>
    private const int MinDotted = 4;

    /// <summary>Reads such a time, its half of the day included.</summary>
    /// <param name="cursor">Where it begins; receives where it ends.</param>
    /// <param name="parts">Receives it.</param>
    /// <param name="isMarked">Whether it can be nothing else: then it may be of digits alone, or have other marks between them than a colon.</param>
    public static bool Read(ref TextCursor cursor, ref DateParts parts, bool isMarked)
    {
        bool isRead = isMarked && cursor.CountDigits() == 6 ? ReadDigits(ref cursor, ref parts) : ReadMarked(ref cursor, ref parts, isMarked);
        if (!isRead || parts.Hour > MaxHour || parts.Minute > 59 || parts.Second > 60)
        {
            return false;
        }

        ReadHalfOfDay(ref cursor, ref parts);
        return true;
    }

    /// <summary>Skips the half of the day that Chinese and Korean write before the clock: <c>下午8:00:02</c>, <c>오전 8:00:02</c>.</summary>
    public static void SkipHalfOfDay(ref TextCursor cursor, out bool isAfternoon)
    {
        ReadOnlySpan<byte> rest = cursor.Rest;
        isAfternoon = rest.StartsWith("下午"u8) || rest.StartsWith("오후"u8);
        if (isAfternoon || rest.StartsWith("上午"u8) || rest.StartsWith("오전"u8))
        {
            cursor.Position += "下午"u8.Length;
            cursor.Skip(' ');
        }
    }

    private static bool ReadDigits(ref TextCursor cursor, ref DateParts parts)
    {
        ReadOnlySpan<byte> digits = cursor.Rest[..6];
        cursor.Position += digits.Length;
        DigitReader.TryRead(digits, 0, 2, out parts.Hour);
        DigitReader.TryRead(digits, 2, 2, out parts.Minute);
        DigitReader.TryRead(digits, 4, 2, out parts.Second);
        parts.HasSeconds = true;
        ReadFraction(ref cursor, ref parts);
        return true;
    }

    private static bool ReadMarked(ref TextCursor cursor, ref DateParts parts, bool isMarked)
    {
        if (!cursor.ReadNumber(1, 2, out parts.Hour))
        {
            return false;
        }

        var mark = (char)cursor.Current;
        if (mark != ':' && !(isMarked && mark is '.' or '-'))
        {
            return false;
        }

        parts.IsDotted = mark == '.';
        cursor.Position++;
        int minute = cursor.Position;
        if (!cursor.ReadNumber(1, 2, out parts.Minute))
        {
            return false;
        }

        bool isShort = cursor.Position == minute + 1;
        return mark == ':' ? ReadSecondsIfAny(ref cursor, ref parts, isShort)
            : cursor.Skip(mark) && ReadSeconds(ref cursor, ref parts, isShort: false) && !IsLikeAddress(cursor.Rest);
    }

    /// <summary>What may be left of an address, behind a point of which a fraction would have been read.</summary>
    private static bool IsLikeAddress(ReadOnlySpan<byte> rest) => rest.Length > 1 && rest[0] == '.' && char.IsAsciiDigit((char)rest[1]);

    /// <summary>Behind a colon seconds may be missing, unless the minute has a single digit; some write a point before them.</summary>
    private static bool ReadSecondsIfAny(ref TextCursor cursor, ref DateParts parts, bool isShort)
    {
        if (cursor.Skip(':'))
        {
            return ReadSeconds(ref cursor, ref parts, isShort: true);
        }

        bool isPoint = cursor.Current == '.' && char.IsAsciiDigit((char)cursor.Peek(1)) && char.IsAsciiDigit((char)cursor.Peek(2)) && !char.IsAsciiDigit((char)cursor.Peek(3));
        return !isShort && (!isPoint || (cursor.Skip('.') && ReadSeconds(ref cursor, ref parts, isShort: false)));
    }

    private static bool ReadSeconds(ref TextCursor cursor, ref DateParts parts, bool isShort)
    {
        if (!cursor.ReadNumber(isShort ? 1 : 2, 2, out parts.Second))
        {
            return false;
        }

        parts.HasSeconds = true;
        ReadFraction(ref cursor, ref parts);
        return true;
    }

    private static void ReadFraction(ref TextCursor cursor, ref DateParts parts)
    {
        int length = Fraction.Match(cursor.Rest);
        length = parts.IsDotted && length < MinDotted ? 0 : length;
        parts.Fraction = Fraction.Read(cursor.Rest[..length]);
        cursor.Position += length;
    }

    private static void ReadHalfOfDay(ref TextCursor cursor, ref DateParts parts)
    {
        // Spanish writes points, and a blank between the letters, which .NET and Java make one that does not break: 8:00:03 p. m.
        TextCursor half = cursor;
        SkipAnyBlank(ref half);
        int letter = half.Current | 0x20;
        half.Position++;
        bool isPointed = half.Skip('.');
        if (isPointed)
        {
            SkipAnyBlank(ref half);
        }

        bool isHalf = letter is 'a' or 'p' && (half.Current | 0x20) == 'm';
        half.Position++;
        isHalf &= !isPointed || half.Skip('.');
        if (!isHalf || (half.Position < half.Length && char.IsAsciiLetterOrDigit((char)half.Current)))
        {
            return;
        }

        cursor.Position = half.Position;
        parts.Hour = letter == 'a' ? parts.Hour == 12 ? 0 : parts.Hour : parts.Hour < 12 ? parts.Hour + 12 : parts.Hour;
    }

    /// <summary>Skips a blank, also one of those that do not break.</summary>
    private static void SkipAnyBlank(ref TextCursor cursor)
    {
        ReadOnlySpan<byte> rest = cursor.Rest;
        cursor.Position += rest.StartsWith(" "u8) ? 1 : rest.StartsWith("\u202F"u8) ? 3 : rest.StartsWith("\u00A0"u8) ? 2 : 0;
    }
}
