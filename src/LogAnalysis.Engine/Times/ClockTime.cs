namespace LogAnalysis.Times;

/// <summary>Clock times out of numbers that a log line claims to be such.</summary>
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
}
