using System.Buffers;
using System.Globalization;

namespace LogAnalysis.Times;

/// <summary>
/// Reads durations as people write them: <c>500ms</c>, <c>30s</c>, <c>90min</c>, <c>1h30m</c>, <c>7 days</c>, <c>00:05:00</c>; a bare number
/// counts seconds.
/// </summary>
internal static class Duration
{
    private const NumberStyles Decimal = NumberStyles.AllowDecimalPoint;

    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789.");

    private static readonly Dictionary<string, long> Units = new (long Ticks, string Names)[]
    {
        (TimeSpan.TicksPerMillisecond, "ms msec msecs millisecond milliseconds"),
        (TimeSpan.TicksPerSecond, "s sec secs second seconds"),
        (TimeSpan.TicksPerMinute, "m min mins minute minutes"),
        (TimeSpan.TicksPerHour, "h hr hrs hour hours"),
        (TimeSpan.TicksPerDay, "d day days"),
        (TimeSpan.TicksPerDay * 7, "w wk wks week weeks"),
    }.SelectMany(unit => unit.Names.Split(' '), (unit, name) => (name, unit.Ticks)).ToDictionary(StringComparer.OrdinalIgnoreCase);

    /// <returns>The duration; null if the text is none, or one that is negative or too long to be held.</returns>
    public static TimeSpan? Parse(string text)
    {
        text = text.Trim();
        return double.TryParse(text, Decimal, CultureInfo.InvariantCulture, out double seconds) ? FromSeconds(seconds)
            : ParseWithUnits(text) is TimeSpan sum ? sum
            : TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out TimeSpan span) && span >= TimeSpan.Zero ? span
            : null;
    }

    /// <summary>Reads numbers that have a unit each, such as <c>1h30m</c>.</summary>
    /// <returns>Their sum; null if the text is anything else, or the sum is too long to be held.</returns>
    public static TimeSpan? ParseWithUnits(string text)
    {
        ReadOnlySpan<char> rest = text.AsSpan().Trim();
        double ticks = 0;
        bool isAny = !rest.IsEmpty;
        while (!rest.IsEmpty)
        {
            int unit = rest.IndexOfAnyExcept(NumberCharacters);
            if (unit <= 0 || !double.TryParse(rest[..unit], Decimal, CultureInfo.InvariantCulture, out double count))
            {
                return null;
            }

            rest = rest[unit..].TrimStart();
            int end = rest.IndexOfAny(NumberCharacters);
            ReadOnlySpan<char> name = end < 0 ? rest : rest[..end];
            if (!Units.TryGetValue(name.TrimEnd().ToString(), out long length))
            {
                return null;
            }

            ticks += count * length;
            rest = rest[name.Length..];
        }

        return isAny ? FromSeconds(ticks / TimeSpan.TicksPerSecond) : null;
    }

    /// <summary>A number of seconds as a duration; null if it is negative or too large.</summary>
    public static TimeSpan? FromSeconds(double seconds) =>
        seconds >= 0 && seconds < TimeSpan.MaxValue.TotalSeconds ? TimeSpan.FromTicks((long)(seconds * TimeSpan.TicksPerSecond)) : null;
}
