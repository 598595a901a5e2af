using LogAnalysis.Text;

namespace LogAnalysis.Times;

/// <summary>
/// Times of digits without marks: that of glog and klog, <c>0517 15:04:22.619632</c>, which has no year, or since glog 0.5
/// <c>20240517 15:04:22.619632</c>; that of Chromium, <c>0517/150422.619632</c>; and that of early Hadoop, <c>081109 203615</c>, year first.
/// </summary>
/// <remarks>Source: Chromium, <c>base/logging.cc</c>; google/glog, "Severity levels and log line prefix"; Kubernetes klog; log4j's pattern <c>%d{yyMMdd HHmmss}</c>.</remarks>
internal static class CompactTimestamp
{
    /// <summary>The length of <c>081109 203615</c>.</summary>
    public const int HadoopLength = 13;

    /// <summary>The length of <c>0517/150422</c>.</summary>
    private const int ChromiumLength = 11;

    private const int ClockLength = 8;

    /// <summary>The length of a glog time at the beginning of a text; 0 if there is none.</summary>
    public static int MatchGlog(ReadOnlySpan<byte> text)
    {
        int date = DigitReader.CountLeading(text);
        int end = date + 1 + ClockLength;
        if (date is not (4 or 6 or 8) || text.Length <= end || text[date] != ' ' || text[date + 3] != ':' || text[date + 6] != ':' || text[end] != '.')
        {
            return 0;
        }

        return end + 1 + DigitReader.CountLeading(text[(end + 1)..]);
    }

    /// <summary>Whether a text begins with an early Hadoop time.</summary>
    public static bool MatchesHadoop(ReadOnlySpan<byte> text) =>
        text.Length >= HadoopLength && text[6] == ' ' && DigitReader.CountLeading(text) == 6 && DigitReader.CountLeading(text[7..]) == 6;

    /// <inheritdoc cref="BsdTimestamp.Scan"/>
    public static int Scan(ReadOnlySpan<byte> text, out DateParts parts)
    {
        parts = default;
        if (MatchesHadoop(text))
        {
            DigitReader.TryRead(text, 0, 2, out int year);
            parts.Year = ShortYear.Resolve(year);
            return TryReadDate(text[2..], ref parts) && DigitReader.TryRead(text, 7, 2, out parts.Hour) && DigitReader.TryRead(text, 9, 2, out parts.Minute)
                && DigitReader.TryRead(text, 11, 2, out parts.Second) ? HadoopLength : 0;
        }

        if (text.Length >= ChromiumLength && text[4] == '/' && (text.Length == ChromiumLength || text[ChromiumLength] == '.'))
        {
            return ScanChromium(text, ref parts);
        }

        int length = MatchGlog(text);
        return length > 0 && TryReadGlog(text[..length], ref parts) ? length : 0;
    }

    private static int ScanChromium(ReadOnlySpan<byte> text, ref DateParts parts)
    {
        bool isRead = TryReadDate(text, ref parts) && DigitReader.TryRead(text, 5, 2, out parts.Hour) && DigitReader.TryRead(text, 7, 2, out parts.Minute)
            && DigitReader.TryRead(text, 9, 2, out parts.Second);
        int fraction = isRead ? Fraction.Match(text[ChromiumLength..]) : 0;
        parts.Fraction = Fraction.Read(text.Slice(ChromiumLength, fraction));
        return isRead ? ChromiumLength + fraction : 0;
    }

    private static bool TryReadGlog(ReadOnlySpan<byte> text, ref DateParts parts)
    {
        int space = text.IndexOf((byte)' ');
        ReadOnlySpan<byte> clock = text[(space + 1)..];
        parts.Fraction = Fraction.Read(clock[ClockLength..]);
        return (space == 4 || TryReadYear(text[..(space - 4)], ref parts)) && TryReadDate(text[(space - 4)..], ref parts)
            && DigitReader.TryRead(clock, 0, 2, out parts.Hour) && DigitReader.TryRead(clock, 3, 2, out parts.Minute)
            && DigitReader.TryRead(clock, 6, 2, out parts.Second);
    }

    private static bool TryReadYear(ReadOnlySpan<byte> text, ref DateParts parts)
    {
        bool isRead = DigitReader.TryRead(text, 0, text.Length, out parts.Year);
        parts.Year = text.Length == 2 ? ShortYear.Resolve(parts.Year) : parts.Year;
        return isRead;
    }

    private static bool TryReadDate(ReadOnlySpan<byte> text, ref DateParts parts) =>
        DigitReader.TryRead(text, 0, 2, out parts.Month) && DigitReader.TryRead(text, 2, 2, out parts.Day);
}
