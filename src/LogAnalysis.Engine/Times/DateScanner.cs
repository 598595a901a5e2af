using LogAnalysis.Text;

namespace LogAnalysis.Times;

/// <summary>Enumerates a date and clock time, part by part.</summary>
internal ref struct DateScanner(ReadOnlySpan<byte> text)
{
    private readonly ReadOnlySpan<byte> _text = text;

    /// <summary>How far it has come.</summary>
    public int Position { get; private set; }

    /// <summary>The next byte; 0 at the end.</summary>
    public readonly byte Current => Position < _text.Length ? _text[Position] : (byte)0;

    /// <summary>Skips <c>Fri </c> and <c>Fri, </c>.</summary>
    public bool SkipWeekday()
    {
        int comma = _text.Length > 4 && _text[3] == ',' ? 1 : 0;
        bool weekday = _text.Length > 5 && _text[3 + comma] == ' ' && WeekdayNames.Contains(_text[..3]);
        Position = weekday ? 4 + comma : 0;
        return weekday;
    }

    /// <summary><c>Jan 24, 2025 7:00:30 AM</c>, <c>Jan 24 2025 07:00:30</c>, or with a weekday before it <c>Jan 24 07:00:30 CET 2025</c>.</summary>
    public bool ReadMonthFirst(ref DateParts parts, bool afterWeekday)
    {
        if (!ReadMonthName(out parts.Month) || !Skip(' '))
        {
            return false;
        }

        Skip(' ');
        if (!ReadNumber(1, 2, out parts.Day))
        {
            return false;
        }

        bool comma = Skip(',');
        if (!Skip(' '))
        {
            return false;
        }

        int mark = Position;
        if (ReadNumber(4, 4, out parts.Year))
        {
            Skip(',');
            return Skip(' ') && ReadClock(ref parts);
        }

        Position = mark;
        return afterWeekday && !comma && ReadBareClock(ref parts) && ReadYearBehindClock(ref parts);
    }

    /// <summary>A date that begins with a number: day, month or year.</summary>
    public bool ReadNumberFirst(ref DateParts parts)
    {
        int start = Position;
        if (!ReadNumber(1, 4, out int first))
        {
            return false;
        }

        int digits = Position - start;
        byte separator = Current;
        if (digits == 3 || separator is not ((byte)'/' or (byte)'.' or (byte)'-' or (byte)' '))
        {
            return false;
        }

        Position++;
        if (char.IsAsciiLetter((char)Current))
        {
            parts.Day = first;
            return digits < 3 && ReadMonthName(out parts.Month) && Skip((char)separator) && ReadNumber(4, 4, out parts.Year)
                && SkipBetween() && ReadClock(ref parts);
        }

        if (separator == ' ' || !ReadNumber(1, 2, out int second) || !Skip((char)separator))
        {
            return false;
        }

        int third = Position;
        if (!ReadNumber(1, 4, out int last))
        {
            return false;
        }

        int lastDigits = Position - third;
        bool placed = (digits, lastDigits) switch
        {
            (4, 1 or 2) => Place(ref parts, first, second, last),
            (1 or 2, 4) => PlaceYearLast(ref parts, first, second, last, (char)separator),
            (2, 2) when separator == '/' => PlaceShort(ref parts, first, second, last),
            _ => false,
        };
        return placed && SkipBetween() && ReadClock(ref parts);
    }

    private static bool Place(ref DateParts parts, int year, int month, int day)
    {
        parts.Year = year;
        parts.Month = month;
        parts.Day = day;
        return true;
    }

    private static bool PlaceYearLast(ref DateParts parts, int first, int second, int year, char separator)
    {
        bool monthFirst = separator == '/' ? first <= 12 : second > 12;
        return monthFirst ? Place(ref parts, year, first, second) : Place(ref parts, year, second, first);
    }

    private static bool PlaceShort(ref DateParts parts, int first, int second, int last) =>
        second <= 12 && last <= 31 ? Place(ref parts, 2000 + first, second, last) : Place(ref parts, 2000 + last, first, second);

    private bool ReadYearBehindClock(ref DateParts parts)
    {
        if (!Skip(' '))
        {
            return false;
        }

        int zone = Position;
        while (char.IsAsciiLetterUpper((char)Current))
        {
            Position++;
        }

        return (Position == zone || (Position - zone is >= 3 and <= 5 && Skip(' '))) && ReadNumber(4, 4, out parts.Year);
    }

    /// <summary>A clock time, perhaps of twelve hours, perhaps with an offset.</summary>
    private bool ReadClock(ref DateParts parts)
    {
        if (!ReadBareClock(ref parts))
        {
            return false;
        }

        ReadHalfOfDay(ref parts);
        int offset = IsoTimestamp.MatchOffset(_text[Position..]);
        parts.Offset = IsoTimestamp.ReadOffset(_text.Slice(Position, offset));
        Position += offset;
        return true;
    }

    private bool ReadBareClock(ref DateParts parts)
    {
        if (!ReadNumber(1, 2, out parts.Hour) || !Skip(':') || !ReadNumber(2, 2, out parts.Minute))
        {
            return false;
        }

        if (Current != ':')
        {
            return true;
        }

        Position++;
        if (!ReadNumber(2, 2, out parts.Second))
        {
            return false;
        }

        int length = Fraction.Match(_text[Position..]);
        parts.Fraction = Fraction.Read(_text.Slice(Position, length));
        Position += length;
        return true;
    }

    private void ReadHalfOfDay(ref DateParts parts)
    {
        ReadOnlySpan<byte> rest = _text[Position..];

        // .NET writes a narrow no-break space there in some cultures.
        int blank = rest.StartsWith(" "u8) ? 1 : rest.StartsWith("\u202F"u8) ? 3 : 0;
        rest = rest[blank..];
        if (blank == 0 || rest.Length < 2 || (rest[1] | 0x20) != 'm' || (rest.Length > 2 && char.IsAsciiLetterOrDigit((char)rest[2])))
        {
            return;
        }

        switch (rest[0] | 0x20)
        {
            case 'a':
                parts.Hour = parts.Hour == 12 ? 0 : parts.Hour;
                Position += blank + 2;
                break;
            case 'p':
                parts.Hour = parts.Hour < 12 ? parts.Hour + 12 : parts.Hour;
                Position += blank + 2;
                break;
        }
    }

    /// <summary>What is between date and clock: a space, a comma and a space, a dash between spaces, a colon (access logs), a T or a dash.</summary>
    private bool SkipBetween()
    {
        if (Skip(','))
        {
            return Skip(' ');
        }

        if (Skip(' '))
        {
            return !Skip('-') || Skip(' ');
        }

        return Skip(':') || Skip('T') || Skip('-');
    }

    private bool Skip(char mark)
    {
        bool there = Current == mark;
        Position += there ? 1 : 0;
        return there;
    }

    private bool ReadMonthName(out int month)
    {
        month = 0;
        bool read = Position + 3 <= _text.Length && MonthNames.TryParse(_text.Slice(Position, 3), out month);
        Position += read ? 3 : 0;
        return read;
    }

    private bool ReadNumber(int fewest, int most, out int value)
    {
        int digits = Math.Min(DigitReader.CountLeading(_text[Position..]), most + 1);
        value = 0;
        bool read = digits >= fewest && digits <= most && DigitReader.TryRead(_text, Position, digits, out value);
        Position += read ? digits : 0;
        return read;
    }
}
