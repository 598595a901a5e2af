using LogAnalysis.Text;

namespace LogAnalysis.Times;

/// <summary>Clock times and offsets out of numbers that a log line claims to be such.</summary>
internal static class ClockTime
{
    /// <summary>Checks the parts before it makes a time of them. A leap second counts as the second before it.</summary>
    public static bool TryCreate(int year, int month, int day, int hour, int minute, int second, out DateTime clock)
    {
        bool valid = year >= 1 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            && hour < 24 && minute < 60 && second <= 60;
        clock = valid ? new DateTime(year, month, day, hour, minute, Math.Min(second, 59)) : default;
        return valid;
    }

    /// <summary>The offset that <c>+01:00</c>, <c>+0100</c> or <c>+01</c> states.</summary>
    public static TimeSpan ReadOffset(ReadOnlySpan<byte> offset)
    {
        DigitReader.TryRead(offset, 1, 2, out int hours);
        DigitReader.TryRead(offset, offset.Length - 2, 2, out int minutes);
        var span = new TimeSpan(hours, offset.Length > 3 ? minutes : 0, 0);
        return offset[0] == '-' ? -span : span;
    }
}
