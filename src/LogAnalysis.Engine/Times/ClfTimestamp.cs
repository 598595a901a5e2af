using LogAnalysis.Text;

namespace LogAnalysis.Times;

/// <summary>The time of the Common Log Format: <c>17/May/2015:10:05:03 +0000</c>.</summary>
/// <remarks>Source: Apache HTTP Server, <c>mod_log_config</c>, directive <c>%t</c>.</remarks>
internal static class ClfTimestamp
{
    /// <summary>Where the seconds stand.</summary>
    public const int SecondAt = 18;

    private const int Length = 26;

    /// <summary>Whether <paramref name="text"/> has the shape of such a time, from its first byte to its last.</summary>
    public static bool Matches(ReadOnlySpan<byte> text) =>
        text.Length == Length && text[2] == '/' && text[6] == '/' && text[11] == ':' && text[14] == ':' && text[17] == ':'
        && text[20] == ' ' && text[21] is (byte)'+' or (byte)'-';

    public static bool TryRead(ReadOnlySpan<byte> text, out DateTimeOffset time)
    {
        time = default;
        return Matches(text)
            && DigitReader.TryRead(text, 0, 2, out int day) && MonthNames.TryParse(text.Slice(3, 3), out int month)
            && DigitReader.TryRead(text, 7, 4, out int year) && DigitReader.TryRead(text, 12, 2, out int hour)
            && DigitReader.TryRead(text, 15, 2, out int minute) && DigitReader.TryRead(text, SecondAt, 2, out int second)
            && DigitReader.TryRead(text, 22, 4, out int offset) && offset < 1400 && offset % 100 < 60
            && ClockTime.TryCreate(year, month, day, hour, minute, second, out DateTime clock)
            && Timestamps.TryCreate(clock, ClockTime.ReadOffset(text[21..]), out time);
    }
}
