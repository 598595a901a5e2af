using LogAnalysis.Text;

namespace LogAnalysis.Times;

/// <summary>The time of the Common Log Format: <c>17/May/2015:10:05:03 +0000</c>.</summary>
/// <remarks>Source: Apache HTTP Server, <c>mod_log_config</c>, directive <c>%t</c>.</remarks>
internal static class ClfTimestamp
{
    /// <summary>Where the seconds stand.</summary>
    public const int SecondAt = 18;

    /// <summary>How long such a time is.</summary>
    public const int Length = 26;

    private const int ZoneAt = 20;

    /// <summary>Whether <paramref name="text"/> has the shape of such a time, from its first byte to its last.</summary>
    public static bool Matches(ReadOnlySpan<byte> text) =>
        text.Length == Length && text[2] == '/' && text[6] == '/' && text[11] == ':' && text[14] == ':' && text[17] == ':'
        && text[20] == ' ' && text[21] is (byte)'+' or (byte)'-';

    /// <inheritdoc cref="CalendarTimestamp.Scan"/>
    public static int Scan(ReadOnlySpan<byte> text, out DateParts parts)
    {
        parts = default;
        bool isRead = Matches(text)
            && DigitReader.TryRead(text, 0, 2, out parts.Day) && MonthNames.TryParse(text.Slice(3, 3), out parts.Month)
            && DigitReader.TryRead(text, 7, 4, out parts.Year) && DigitReader.TryRead(text, 12, 2, out parts.Hour)
            && DigitReader.TryRead(text, 15, 2, out parts.Minute) && DigitReader.TryRead(text, SecondAt, 2, out parts.Second)
            && UtcOffset.Match(text[ZoneAt..]) == Length - ZoneAt;
        parts.Zone = ByteRange.Between(ZoneAt, Length);
        return isRead ? Length : 0;
    }
}
