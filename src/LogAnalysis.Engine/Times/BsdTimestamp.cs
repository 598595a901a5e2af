using LogAnalysis.Text;

namespace LogAnalysis.Times;

/// <summary>The time of traditional syslog, <c>Nov  3 09:23:38</c>, which has no year. Some write a fraction of the second after it, or a dash between month and day.</summary>
/// <remarks>Source: RFC 3164, section 4.1.2; <c>journalctl -o short-precise</c>.</remarks>
internal static class BsdTimestamp
{
    private const int Length = 15;

    /// <summary>The length of such a time at the beginning of a text, with its fraction; 0 if there is none.</summary>
    public static int Match(ReadOnlySpan<byte> text) => HasShape(text) ? Length + Fraction.Match(text[Length..]) : 0;

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
        int day = text[4] == ' ' ? 5 : 4;
        return MonthNames.TryParse(text[..3], out parts.Month) && DigitReader.TryRead(text, day, 6 - day, out parts.Day)
            && DigitReader.TryRead(text, 7, 2, out parts.Hour) && DigitReader.TryRead(text, 10, 2, out parts.Minute)
            && DigitReader.TryRead(text, 13, 2, out parts.Second) && YearInference.TryResolve(parts, reference, out time);
    }

    private static bool HasShape(ReadOnlySpan<byte> text) =>
        text.Length >= Length && text[3] is (byte)' ' or (byte)'-' && text[6] == ' ' && text[9] == ':' && text[12] == ':'
        && (text[4] == ' ' || char.IsAsciiDigit((char)text[4])) && char.IsAsciiDigit((char)text[5])
        && DigitReader.TryRead(text, 7, 2, out _) && DigitReader.TryRead(text, 10, 2, out _) && DigitReader.TryRead(text, 13, 2, out _)
        && MonthNames.TryParse(text[..3], out _);
}
