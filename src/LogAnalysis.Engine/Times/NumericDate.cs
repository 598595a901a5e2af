using System.Buffers;
using LogAnalysis.Text;

namespace LogAnalysis.Times;

/// <summary>A date of numbers whose order has to be known from elsewhere: <c>03/04/2025</c>, <c>03.04.25</c>, <c>03/04</c>.</summary>
/// <param name="First">The first number.</param>
/// <param name="Second">The second one.</param>
/// <param name="Third">The third one; -1 where there is none.</param>
/// <param name="Separator">The character between them; 0 for no such date.</param>
/// <param name="HasShortYear">Whether the year has two digits.</param>
internal readonly record struct NumericDate(short First, short Second, short Third, byte Separator, bool HasShortYear)
{
    /// <summary>How many kinds of them there are.</summary>
    public const int KindCount = 9;

    private static readonly SearchValues<byte> Separators = SearchValues.Create("/.-"u8);

    /// <summary>Without a year, 29 February is a day.</summary>
    private const int LeapYear = 2000;

    /// <summary>The orders that such a date can have. The first is the one that is taken where nothing tells.</summary>
    /// <remarks>
    /// With a slash the month is first, by the custom of the country that writes so; with a point or a dash the day. Of two digits each, with a slash
    /// or dash the year is, as in log4j's <c>yy/MM/dd</c>. Where the year is missing the month is first, as with Android and glog.
    /// </remarks>
    public ReadOnlySpan<DateOrder> Orders => (Third < 0, HasShortYear, Separator) switch
    {
        (_, true, (byte)'.') => [DateOrder.DayFirst, DateOrder.YearFirst, DateOrder.MonthFirst],
        (_, true, _) => [DateOrder.YearFirst, DateOrder.MonthFirst, DateOrder.DayFirst],
        (true, _, _) or (_, _, (byte)'/') => [DateOrder.MonthFirst, DateOrder.DayFirst],
        _ => [DateOrder.DayFirst, DateOrder.MonthFirst],
    };

    /// <summary>Which kind of date it is, by its separator and its year: dates of one log and kind have the same order.</summary>
    public int Kind => ((Third < 0 ? 2 : HasShortYear ? 1 : 0) * 3) + Separator switch { (byte)'/' => 0, (byte)'.' => 1, _ => 2 };

    /// <summary>Whether there is such a date.</summary>
    public bool IsEmpty => Separator == 0;

    /// <summary>Whether there is such a date, and it has a year.</summary>
    public bool HasYear => Separator != 0 && Third >= 0;

    /// <summary>Whether there is a day that the numbers can mean.</summary>
    public bool IsDay
    {
        get
        {
            DateParts parts = default;
            foreach (DateOrder order in Orders)
            {
                if (TryPlace(order, ref parts))
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>Whether a time may begin with such a date, perhaps behind the weekday.</summary>
    public static bool MayBegin(ReadOnlySpan<byte> time) =>
        time.Length > 4 && (IsSeparator(time[1]) || IsSeparator(time[2]) || char.IsAsciiLetter((char)time[0]));

    /// <summary>Whether such a date may be anywhere in a text.</summary>
    public static bool IsIn(ReadOnlySpan<byte> text)
    {
        int next = -1;
        for (int found; (found = text[(next + 1)..].IndexOfAny(Separators)) >= 0;)
        {
            next += found + 1;
            int start = next > 1 && char.IsAsciiDigit((char)text[next - 2]) ? next - 2 : next - 1;
            if (start >= 0 && (start == 0 || !(char.IsAsciiDigit((char)text[start - 1]) || IsSeparator(text[start - 1]))) && IsAt(text[start..]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Puts the numbers in their places.</summary>
    /// <param name="order">Their order.</param>
    /// <param name="parts">Receives year, month and day.</param>
    /// <returns>False if there is no such day.</returns>
    public bool TryPlace(DateOrder order, ref DateParts parts)
    {
        (int year, parts.Month, parts.Day) = order switch
        {
            DateOrder.YearFirst => (First, Second, Third),
            DateOrder.MonthFirst => (Third, First, Second),
            _ => (Third, Second, First),
        };
        parts.Year = Third < 0 ? 0 : HasShortYear ? ShortYear.Resolve(year) : year;
        return parts.Month is >= 1 and <= 12 && parts.Day >= 1 && parts.Day <= DateTime.DaysInMonth(parts.Year == 0 ? LeapYear : parts.Year, parts.Month);
    }

    private static bool IsAt(ReadOnlySpan<byte> text)
    {
        var cursor = new TextCursor(text);
        DateParts parts = default;
        return WrittenDate.Read(ref cursor, ref parts) && !parts.Numbers.IsEmpty && !IsSeparator(cursor.Current) && !char.IsAsciiDigit((char)cursor.Current);
    }

    private static bool IsSeparator(byte mark) => mark is (byte)'/' or (byte)'.' or (byte)'-';
}
