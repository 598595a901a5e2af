using LogAnalysis.Text;

namespace LogAnalysis.Times;

/// <summary>
/// Times of digits without marks: that of glog and klog, <c>0517 15:04:22.619632</c>, which has no year, or since glog 0.5
/// <c>20240517 15:04:22.619632</c>; and that of early Hadoop, <c>081109 203615</c>, year first.
/// </summary>
/// <remarks>Source: google/glog, "Severity levels and log line prefix"; Kubernetes klog; log4j's pattern <c>%d{yyMMdd HHmmss}</c>.</remarks>
internal static class CompactTimestamp
{
    /// <summary>The length of <c>081109 203615</c>.</summary>
    public const int HadoopLength = 13;

    private const int ClockLength = 8;

    /// <summary>The length of a glog time at the beginning of a text; 0 if there is none.</summary>
    public static int MatchGlog(ReadOnlySpan<byte> text)
    {
        int date = DigitReader.CountLeading(text);
        int end = date + 1 + ClockLength;
        if (date is not (4 or 8) || text.Length <= end || text[date] != ' ' || text[date + 3] != ':' || text[date + 6] != ':' || text[end] != '.')
        {
            return 0;
        }

        return end + 1 + DigitReader.CountLeading(text[(end + 1)..]);
    }

    /// <summary>Whether a text begins with an early Hadoop time.</summary>
    public static bool MatchesHadoop(ReadOnlySpan<byte> text) =>
        text.Length >= HadoopLength && text[6] == ' ' && DigitReader.CountLeading(text) == 6 && DigitReader.CountLeading(text[7..]) == 6;

    /// <param name="text">The time, from its first byte to its last.</param>
    /// <param name="reference">Where there is no year: the latest that the time can be.</param>
    /// <param name="time">The time.</param>
    public static bool TryRead(ReadOnlySpan<byte> text, DateTime reference, out DateTimeOffset time)
    {
        time = default;
        if (text.Length == HadoopLength && MatchesHadoop(text))
        {
            return DigitReader.TryRead(text, 0, 2, out int year) && TryReadDate(text[2..], out int month, out int day)
                && DigitReader.TryRead(text, 7, 2, out int hour) && DigitReader.TryRead(text, 9, 2, out int minute)
                && DigitReader.TryRead(text, 11, 2, out int second)
                && ClockTime.TryCreate(2000 + year, month, day, hour, minute, second, out DateTime clock)
                && Timestamps.TryCreate(clock, null, out time);
        }

        return MatchGlog(text) == text.Length && text.Length > 0 && TryReadGlog(text, reference, out time);
    }

    private static bool TryReadGlog(ReadOnlySpan<byte> text, DateTime reference, out DateTimeOffset time)
    {
        time = default;
        int space = text.IndexOf((byte)' ');
        ReadOnlySpan<byte> clockText = text[(space + 1)..];
        var parts = new DateParts { Fraction = Fraction.Read(clockText[ClockLength..]) };
        if (!TryReadDate(text[(space - 4)..], out parts.Month, out parts.Day) || !DigitReader.TryRead(clockText, 0, 2, out parts.Hour)
            || !DigitReader.TryRead(clockText, 3, 2, out parts.Minute) || !DigitReader.TryRead(clockText, 6, 2, out parts.Second))
        {
            return false;
        }

        if (space != 8)
        {
            return YearInference.TryResolve(parts, reference, out time);
        }

        return DigitReader.TryRead(text, 0, 4, out int year)
            && ClockTime.TryCreate(year, parts.Month, parts.Day, parts.Hour, parts.Minute, parts.Second, out DateTime clock)
            && Timestamps.TryCreate(clock.AddTicks(parts.Fraction), null, out time);
    }

    private static bool TryReadDate(ReadOnlySpan<byte> text, out int month, out int day)
    {
        day = 0;
        return DigitReader.TryRead(text, 0, 2, out month) && DigitReader.TryRead(text, 2, 2, out day);
    }
}
