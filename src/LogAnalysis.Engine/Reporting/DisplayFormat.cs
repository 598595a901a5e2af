using System.Globalization;

namespace LogAnalysis.Reporting;

/// <summary>Writes figures as people read them, alike in every culture.</summary>
internal static class DisplayFormat
{
    private static readonly string[] ByteUnits = ["B", "kB", "MB", "GB", "TB", "PB", "EB"];

    /// <summary>A whole number with thousands apart: <c>4,234,093</c>.</summary>
    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A share with one digit after the decimal point, such as <c>2.5%</c>; one that is not zero never looks like it.</summary>
    /// <param name="percent">0 to 100.</param>
    public static string Percent(double percent) =>
        percent is > 0 and < 0.05 ? "<0.1%" : percent.ToString("0.0", CultureInfo.InvariantCulture) + "%";

    /// <summary>A size in units of a thousand: <c>2.58 MB</c>.</summary>
    public static string Bytes(long bytes)
    {
        double size = bytes;
        int unit = 0;
        while (size >= 999.5 && unit < ByteUnits.Length - 1)
        {
            size /= 1000;
            unit++;
        }

        string format = unit == 0 || size >= 100 ? "0" : size >= 10 ? "0.0" : "0.00";
        return size.ToString(format, CultureInfo.InvariantCulture) + " " + ByteUnits[unit];
    }

    /// <summary>How long something took, in the unit that suits and with three digits: <c>850 µs</c>, <c>12.3 ms</c>, <c>297 ms</c>, <c>1.25 s</c>, <c>2.5 min</c>.</summary>
    public static string Duration(TimeSpan duration) => duration.TotalMicroseconds switch
    {
        < 999.5 => ThreeDigits(duration.TotalMicroseconds) + " µs",
        < 999_500 => ThreeDigits(duration.TotalMilliseconds) + " ms",
        < 59_950_000 => ThreeDigits(duration.TotalSeconds) + " s",
        _ => string.Create(CultureInfo.InvariantCulture, $"{duration.TotalMinutes:0.#} min"),
    };

    /// <summary>A stretch of time in its two largest units: <c>47 min 26 s</c>, <c>3 d 4 h</c>.</summary>
    public static string Span(TimeSpan span)
    {
        (long Count, string Unit)[] parts =
            [((long)span.TotalDays, "d"), (span.Hours, "h"), (span.Minutes, "min"), (span.Seconds, "s")];
        int first = Array.FindIndex(parts, part => part.Count > 0);
        return first < 0
            ? "0 s"
            : string.Join(' ', parts.Skip(first).Take(2).Where(part => part.Count > 0).Select(part => $"{Count(part.Count)} {part.Unit}"));
    }

    private static string ThreeDigits(double number) => number.ToString(number >= 99.95 ? "0" : number >= 9.995 ? "0.#" : "0.##", CultureInfo.InvariantCulture);

    /// <summary>How often something happened: <c>12.4/s</c>, <c>3.1/min</c>, <c>5.0/h</c>, <c>2.0/d</c>; empty where there is no time in which it did.</summary>
    public static string Rate(long count, TimeSpan span)
    {
        if (span <= TimeSpan.Zero)
        {
            return string.Empty;
        }

        double perSecond = count / span.TotalSeconds;
        (double rate, string unit) = perSecond switch
        {
            >= 1 => (perSecond, "s"),
            >= 1 / 60.0 => (perSecond * 60, "min"),
            >= 1 / 3600.0 => (perSecond * 3600, "h"),
            _ => (perSecond * 86_400, "d"),
        };
        return rate.ToString(rate >= 100 ? "N0" : "0.0", CultureInfo.InvariantCulture) + "/" + unit;
    }

    /// <summary>A time in another zone; as it is where the calendar ends before that, as it can for times that a log has wrong.</summary>
    public static DateTimeOffset InZone(DateTimeOffset time, TimeSpan zone)
    {
        long local = time.UtcTicks + zone.Ticks;
        return local >= DateTime.MinValue.Ticks && local <= DateTime.MaxValue.Ticks ? time.ToOffset(zone) : time;
    }

    /// <summary>A time as its log wrote it, in its own zone, to the second.</summary>
    public static string Time(DateTimeOffset time) => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
