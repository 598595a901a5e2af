using System.Buffers;
using System.Globalization;

namespace LogAnalysis.Times;

/// <summary>
/// Reads durations as people write them: <c>500ms</c>, <c>30s</c>, <c>5m</c>, <c>1h</c>, <c>7d</c>, <c>00:05:00</c>; a bare
/// number counts seconds.
/// </summary>
internal static class Duration
{
    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789.");

    /// <returns>The duration; null if the text is none, or one that is negative or too long to be held.</returns>
    public static TimeSpan? Parse(string text)
    {
        text = text.Trim();
        int unit = text.AsSpan().IndexOfAnyExcept(NumberCharacters);
        string number = unit < 0 ? text : text[..unit];
        return (unit < 0 ? "s" : text[unit..].ToLowerInvariant()) switch
        {
            "ms" => Scale(number, TimeSpan.TicksPerMillisecond),
            "s" => Scale(number, TimeSpan.TicksPerSecond),
            "m" => Scale(number, TimeSpan.TicksPerMinute),
            "h" => Scale(number, TimeSpan.TicksPerHour),
            "d" => Scale(number, TimeSpan.TicksPerDay),
            _ => TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out TimeSpan span) && span >= TimeSpan.Zero ? span : null,
        };
    }

    /// <summary>A number of seconds as a duration; null if it is negative or too large.</summary>
    public static TimeSpan? FromSeconds(double seconds) =>
        seconds >= 0 && seconds < TimeSpan.MaxValue.TotalSeconds ? TimeSpan.FromTicks((long)(seconds * TimeSpan.TicksPerSecond)) : null;

    private static TimeSpan? Scale(string number, long ticks) =>
        double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double count)
            ? FromSeconds(count * ticks / TimeSpan.TicksPerSecond)
            : null;
}
