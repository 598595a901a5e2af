using LogAnalysis.Text;

namespace LogAnalysis.Times;

/// <summary>
/// ISO 8601 date and time and its cousins: <c>2025-01-24T07:00:30,139</c>, <c>2025/01/24 07:00:30</c>, <c>2025.01.24 07:00</c>, <c>2025 01 24 07:00:30</c>,
/// <c>2025-01-24 07:00:30:139</c>, <c>2025-01-24 07:00:30.139 +01:00</c>, <c>2025-01-24T06:00:30Z</c>.
/// </summary>
internal static class IsoTimestamp
{
    /// <summary>The length of the shortest such time, up to its minutes.</summary>
    public const int MinuteLength = 16;

    private const int NanosecondDigits = 9;

    private const int SecondLength = 19;

    /// <summary>Reads such a time at the beginning of a text.</summary>
    /// <param name="text">A line, or a field of one.</param>
    /// <param name="parts">Receives what it consists of.</param>
    /// <returns>Its length, zone included; 0 if there is none.</returns>
    public static int Scan(ReadOnlySpan<byte> text, out DateParts parts)
    {
        parts = default;
        int length = Match(text, out int clockEnd);
        if (length == 0)
        {
            return 0;
        }

        DigitReader.TryRead(text, 0, 4, out parts.Year);
        DigitReader.TryRead(text, 5, 2, out parts.Month);
        DigitReader.TryRead(text, 8, 2, out parts.Day);
        DigitReader.TryRead(text, 11, 2, out parts.Hour);
        DigitReader.TryRead(text, 14, 2, out parts.Minute);
        if (clockEnd >= SecondLength)
        {
            DigitReader.TryRead(text, MinuteLength + 1, 2, out parts.Second);
            parts.Fraction = Fraction.Read(text[SecondLength..clockEnd]);
        }

        parts.Zone = ByteRange.Between(clockEnd, length);
        return length;
    }

    /// <summary>Whether a fraction of nine digits is where such a time with seconds has one, as container runtimes write it.</summary>
    public static bool HasNanoseconds(ReadOnlySpan<byte> text) =>
        text.Length > SecondLength && text[SecondLength] == '.' && DigitReader.CountLeading(text[(SecondLength + 1)..]) == NanosecondDigits;

    /// <summary>The length of such a time, offset included, at the beginning of <paramref name="text"/>; 0 if there is none.</summary>
    public static int Match(ReadOnlySpan<byte> text) => Match(text, out _);

    /// <summary>The length of such a time at the beginning of <paramref name="text"/>; 0 if there is none.</summary>
    /// <param name="text">A line, or a field of one.</param>
    /// <param name="clockEnd">Receives where the offset begins, or would.</param>
    public static int Match(ReadOnlySpan<byte> text, out int clockEnd)
    {
        clockEnd = 0;
        if (text.Length < MinuteLength || !HasMinuteShape(text))
        {
            return 0;
        }

        if (text.Length >= SecondLength && text[MinuteLength] == ':' && DigitReader.TryRead(text, MinuteLength + 1, 2, out _))
        {
            clockEnd = SecondLength + Fraction.Match(text[SecondLength..]);
        }
        else if (text.Length == MinuteLength || text[MinuteLength] is (byte)' ' or (byte)']' or (byte)'\t' or (byte)'Z')
        {
            clockEnd = MinuteLength;
        }
        else
        {
            return 0;
        }

        return clockEnd < text.Length && text[clockEnd] == ' ' && IsHalfOfDay(text[(clockEnd + 1)..]) ? 0 : clockEnd + ZoneText.Match(text[clockEnd..]);
    }

    /// <summary>A clock of twelve hours is none of ISO 8601.</summary>
    private static bool IsHalfOfDay(ReadOnlySpan<byte> text) =>
        text.Length >= 2 && text[1] is (byte)'M' or (byte)'m' && text[0] is (byte)'A' or (byte)'P' or (byte)'a' or (byte)'p'
        && (text.Length == 2 || !char.IsAsciiLetterOrDigit((char)text[2]));

    private static bool HasMinuteShape(ReadOnlySpan<byte> t) =>
        t[4] is (byte)'-' or (byte)'/' or (byte)'.' or (byte)' ' && t[7] == t[4]
        && t[10] is (byte)' ' or (byte)'T' or (byte)'t' or (byte)'_' && t[13] == ':'
        && DigitReader.TryRead(t, 0, 4, out _) && DigitReader.TryRead(t, 5, 2, out _) && DigitReader.TryRead(t, 8, 2, out _)
        && DigitReader.TryRead(t, 11, 2, out _) && DigitReader.TryRead(t, 14, 2, out _);
}
