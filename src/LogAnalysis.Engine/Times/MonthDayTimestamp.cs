using LogAnalysis.Text;

namespace LogAnalysis.Times;

/// <summary>Android's time, <c>01-24 07:00:30.139</c>, which has no year.</summary>
/// <remarks>Source: Android's logcat, formats <c>time</c> and <c>threadtime</c>.</remarks>
internal static class MonthDayTimestamp
{
    private const int Length = 14;

    /// <summary>The length of such a time at the beginning of a text, with its fraction; 0 if there is none.</summary>
    public static int Match(ReadOnlySpan<byte> text)
    {
        bool shape = text.Length > Length && text[2] == '-' && text[5] == ' ' && text[8] == ':' && text[11] == ':'
            && DigitReader.TryRead(text, 0, 2, out _) && DigitReader.TryRead(text, 3, 2, out _) && DigitReader.TryRead(text, 6, 2, out _)
            && DigitReader.TryRead(text, 9, 2, out _) && DigitReader.TryRead(text, 12, 2, out _);
        int fraction = shape ? Fraction.Match(text[Length..]) : 0;
        return fraction == 0 ? 0 : Length + fraction;
    }

    /// <param name="text">The time, from its first byte to its last.</param>
    /// <param name="reference">The latest that the time can be.</param>
    /// <param name="time">The time.</param>
    public static bool TryRead(ReadOnlySpan<byte> text, DateTime reference, out DateTimeOffset time)
    {
        time = default;
        if (text.IsEmpty || Match(text) != text.Length)
        {
            return false;
        }

        var parts = new DateParts { Fraction = Fraction.Read(text[Length..]) };
        return DigitReader.TryRead(text, 0, 2, out parts.Month) && DigitReader.TryRead(text, 3, 2, out parts.Day)
            && DigitReader.TryRead(text, 6, 2, out parts.Hour) && DigitReader.TryRead(text, 9, 2, out parts.Minute)
            && DigitReader.TryRead(text, 12, 2, out parts.Second) && YearInference.TryResolve(parts, reference, out time);
    }
}
