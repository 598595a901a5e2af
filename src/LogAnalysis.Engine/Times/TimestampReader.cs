using LogAnalysis.Text;

namespace LogAnalysis.Times;

/// <summary>
/// Reads the times of one log. The next one is often the same as the one before, or of the same minute: then only its seconds are read. The
/// answers are those of <see cref="Timestamps"/>.
/// </summary>
internal sealed class TimestampReader(TimeConventions conventions)
{
    private const int MaxTimeLength = 48;

    /// <summary>In the years between, zones change their offset on whole minutes, and no sum leaves the range of times.</summary>
    private const int FirstYear = 1980;

    private const int LastYear = 9990;

    /// <summary>So far from the latest that a time can be, the year that it lacks is that of its whole minute.</summary>
    private static readonly TimeSpan FarFromReference = TimeSpan.FromDays(3);

    private readonly byte[] _text = new byte[MaxTimeLength];
    private int _length;
    private DateTime _reference;
    private DateTimeOffset _time;
    private bool _isTime;
    private DateTimeOffset _minute;
    private int _secondAt;
    private int _clockEnd;
    private bool _isYearless;

    /// <summary>What is known of the times of the log.</summary>
    public TimeConventions Conventions { get; private set; } = conventions;

    /// <summary>More is known now.</summary>
    public void Learn(TimeConventions known)
    {
        Conventions = known;
        _length = 0;
        _secondAt = 0;
    }

    /// <inheritdoc cref="Timestamps.TryParse"/>
    public bool TryParse(ReadOnlySpan<byte> text, DateTime reference, out DateTimeOffset time)
    {
        ReadOnlySpan<byte> last = _text.AsSpan(0, _length);
        if (reference == _reference && text.SequenceEqual(last))
        {
            time = _time;
            return _isTime;
        }

        if (_secondAt > 0 && (!_isYearless || reference == _reference) && IsOfSameMinute(text, last) && DigitReader.TryRead(text, _secondAt, 2, out int second) && second < 60)
        {
            time = _minute.AddTicks((second * TimeSpan.TicksPerSecond) + Fraction.Read(text[(_secondAt + 2).._clockEnd]));
            Remember(text, reference, isTime: true, time);
            return true;
        }

        bool isTime = Timestamps.TryParse(text, reference, Conventions, out time);
        if (text.Length <= MaxTimeLength)
        {
            Remember(text, reference, isTime, time);
            FindSecond(text);
        }

        return isTime;
    }

    private void Remember(ReadOnlySpan<byte> text, DateTime reference, bool isTime, DateTimeOffset time)
    {
        text.CopyTo(_text);
        (_length, _reference, _isTime, _time) = (text.Length, reference, isTime, time);
    }

    /// <summary>Whether a text differs only in digits of the second and its fraction.</summary>
    private bool IsOfSameMinute(ReadOnlySpan<byte> text, ReadOnlySpan<byte> last)
    {
        int fraction = _secondAt + 2;
        return text.Length == last.Length && text[.._secondAt].SequenceEqual(last[.._secondAt]) && text[_clockEnd..].SequenceEqual(last[_clockEnd..])
            && (fraction == _clockEnd || (text[fraction] == last[fraction] && DigitReader.IsNumber(text[(fraction + 1).._clockEnd])));
    }

    private void FindSecond(ReadOnlySpan<byte> text)
    {
        _secondAt = 0;
        _isYearless = false;
        if (!_isTime || _time.Year is < FirstYear or > LastYear)
        {
            return;
        }

        if (ClfTimestamp.Matches(text))
        {
            _secondAt = ClfTimestamp.SecondAt;
            _clockEnd = _secondAt + 2;
        }
        else if (IsoTimestamp.Match(text, out int clockEnd) == text.Length && clockEnd > IsoTimestamp.MinuteLength)
        {
            _secondAt = IsoTimestamp.MinuteLength + 1;
            _clockEnd = clockEnd;
        }
        else if (BsdTimestamp.Scan(text, out DateParts yearless) == text.Length)
        {
            _isYearless = yearless.Year == 0;
            if (!_isYearless || (_reference - _time.DateTime).Duration() > FarFromReference)
            {
                FindSecondOf(text);
            }
        }
        else if (CalendarTimestamp.Scan(text, out DateParts parts) == text.Length && parts.HasSeconds && (parts.Year > 0 || parts.Numbers.HasYear))
        {
            FindSecondOf(text);
        }

        _minute = _time.AddTicks(-(_time.Ticks % TimeSpan.TicksPerMinute));
    }

    /// <summary>Where the last colon is that of <c>07:00:30</c>, the seconds are behind it.</summary>
    private void FindSecondOf(ReadOnlySpan<byte> text)
    {
        int second = text.LastIndexOf((byte)':') + 1;
        if (second > 5 && text[second - 4] == ':' && DigitReader.CountLeading(text[second..]) == 2)
        {
            _secondAt = second;
            _clockEnd = second + 2 + Fraction.Match(text[(second + 2)..]);
        }
    }
}
