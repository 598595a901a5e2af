using System.Globalization;

namespace LogAnalysis.Views.Dashboard;

/// <summary>Numbers in the unit that suits.</summary>
internal static class Amounts
{
    /// <summary>A count: <c>12,345</c>.</summary>
    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A count with its noun: <c>1 error</c>, <c>2 errors</c>.</summary>
    public static string Count(long count, string one, string several) => $"{Count(count)} {(count == 1 ? one : several)}";

    /// <summary>A size: <c>850 B</c>, <c>27.2 kB</c>, <c>1.3 GB</c>; a kilobyte is a thousand bytes.</summary>
    public static string Bytes(double bytes) => bytes switch
    {
        < 1e3 => Number(bytes, "0", "B"),
        < 1e6 => Number(bytes / 1e3, "0.0", "kB"),
        < 1e9 => Number(bytes / 1e6, "0.0", "MB"),
        < 1e12 => Number(bytes / 1e9, "0.0", "GB"),
        _ => Number(bytes / 1e12, "0.0", "TB"),
    };

    /// <summary>How often something came: <c>12.5/s</c>, <c>2.6/min</c>, <c>4/h</c>, <c>3/day</c>; empty where there is no time to speak of.</summary>
    public static string Rate(long count, TimeSpan span) => span <= TimeSpan.Zero ? string.Empty
        : count / span.TotalSeconds >= 1 ? PerUnit(count / span.TotalSeconds, "s")
        : count / span.TotalMinutes >= 1 ? PerUnit(count / span.TotalMinutes, "min")
        : count / span.TotalHours >= 1 ? PerUnit(count / span.TotalHours, "h")
        : PerUnit(count / span.TotalDays, "day");

    /// <summary>A span of time in one or two units: <c>47 min</c>, <c>2 h 5 min</c>, <c>3 d 4 h</c>.</summary>
    public static string Span(TimeSpan span) => span.TotalSeconds switch
    {
        < 60 => $"{(int)span.TotalSeconds} s",
        < 3600 => Pair(span.Minutes, "min", span.Seconds, "s"),
        < 86400 => Pair(span.Hours, "h", span.Minutes, "min"),
        _ => Pair(span.Days, "d", span.Hours, "h"),
    };

    private static string PerUnit(double rate, string unit) => rate.ToString(rate < 100 ? "0.#" : "N0", CultureInfo.InvariantCulture) + "/" + unit;

    private static string Pair(int large, string unit, int small, string smallUnit) => small == 0 ? $"{large} {unit}" : $"{large} {unit} {small} {smallUnit}";

    private static string Number(double number, string format, string unit) => number.ToString(format, CultureInfo.InvariantCulture) + " " + unit;
}
