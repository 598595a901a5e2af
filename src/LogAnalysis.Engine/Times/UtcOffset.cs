using LogAnalysis.Text;

namespace LogAnalysis.Times;

/// <summary>
/// An offset from UTC as logs write it: <c>Z</c>, <c>+01:00</c>, <c>+0100</c>, <c>+01</c>, also after a space; and in minutes, <c>+060</c>.
/// </summary>
/// <remarks>Source: ISO 8601; RFC 2822, section 3.3; minutes: IBM Db2, <c>db2diag.log</c>.</remarks>
internal static class UtcOffset
{
    private const int MaxHours = 14;
    private const int MinutesLength = 4;

    /// <summary>The length of such an offset at the beginning of a text; 0 if there is none.</summary>
    public static int Match(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
        {
            return 0;
        }

        if (text[0] is (byte)'Z' or (byte)'z')
        {
            return text.Length == 1 || !char.IsAsciiLetterOrDigit((char)text[1]) ? 1 : 0;
        }

        int sign = text[0] == ' ' ? 1 : 0;
        if (sign >= text.Length || text[sign] is not ((byte)'+' or (byte)'-') || !DigitReader.TryRead(text, sign + 1, 2, out int hours) || hours > MaxHours)
        {
            return 0;
        }

        int minutes = sign + 3;
        minutes += minutes < text.Length && text[minutes] == ':' ? 1 : 0;
        int end = DigitReader.TryRead(text, minutes, 2, out int value) && value < 60 ? minutes + 2 : sign + 3;
        return IsEnd(text, end) ? end : 0;
    }

    /// <summary>The length of an offset in minutes at the beginning of a text; 0 if there is none.</summary>
    public static int MatchMinutes(ReadOnlySpan<byte> text) =>
        text.Length >= MinutesLength && text[0] is (byte)'+' or (byte)'-' && DigitReader.TryRead(text, 1, 3, out int minutes)
        && minutes <= MaxHours * 60 && IsEnd(text, MinutesLength) ? MinutesLength : 0;

    /// <summary>The offset that such a text states.</summary>
    /// <param name="text">The offset, from its first byte to its last.</param>
    public static TimeSpan Read(ReadOnlySpan<byte> text)
    {
        text = text.TrimStart((byte)' ');
        if (text[0] is (byte)'Z' or (byte)'z')
        {
            return TimeSpan.Zero;
        }

        DigitReader.TryRead(text, 1, text.Length == MinutesLength ? 3 : 2, out int first);
        DigitReader.TryRead(text, text.Length - 2, 2, out int minutes);
        var span = text.Length == MinutesLength ? TimeSpan.FromMinutes(first) : new TimeSpan(first, text.Length > 3 ? minutes : 0, 0);
        return text[0] == '-' ? -span : span;
    }

    private static bool IsEnd(ReadOnlySpan<byte> text, int at) => at == text.Length || !char.IsAsciiLetterOrDigit((char)text[at]);
}
