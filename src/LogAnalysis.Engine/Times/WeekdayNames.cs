using LogAnalysis.Text;

namespace LogAnalysis.Times;

/// <summary>The English names of weekdays and their abbreviations.</summary>
internal static class WeekdayNames
{
    private static readonly WordTable<DayOfWeek> Names = new([.. Enum.GetValues<DayOfWeek>().Select(day => (day, $"{day} {day.ToString()[..3]} {day.ToString()[..4]}"))]);

    /// <summary>Whether a text begins with the three letters with which the name of a weekday does.</summary>
    public static bool BeginsWithName(ReadOnlySpan<byte> text) => Names.Contains(text[..3]);

    /// <summary>The length of a name at the beginning of a text, up to the first byte that is no letter; 0 if there is none.</summary>
    public static int Match(ReadOnlySpan<byte> text, out DayOfWeek day)
    {
        day = default;
        int length = text.IndexOfAnyExcept(LetterBytes.All);
        return length >= 3 && Names.TryFind(text[..length], out day) ? length : 0;
    }
}
