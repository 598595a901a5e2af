using LogAnalysis.Text;

namespace LogAnalysis.Times;

/// <summary>Tells a date or a time of day from a whole time.</summary>
internal static class TimePart
{
    private const int MinLength = 5;

    /// <summary>Whole times are longer.</summary>
    private const int MaxLength = 18;

    /// <summary>What a text is.</summary>
    public static TimePartKind Of(ReadOnlySpan<byte> text)
    {
        if (text.Length is < MinLength or > MaxLength)
        {
            return TimePartKind.Other;
        }

        var cursor = new TextCursor(text);
        DateParts parts = default;
        if (text[1] == ':' || text[2] == ':')
        {
            return WrittenClock.Read(ref cursor, ref parts, isMarked: false) && cursor.Position == text.Length ? TimePartKind.Clock : TimePartKind.Other;
        }

        bool isDate = WrittenDate.Read(ref cursor, ref parts) && cursor.Position == text.Length && (parts.Year > 0 || parts.Numbers.HasYear);
        return isDate ? TimePartKind.Date : TimePartKind.Other;
    }
}
