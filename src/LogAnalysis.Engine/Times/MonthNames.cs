using LogAnalysis.Text;

namespace LogAnalysis.Times;

/// <summary>The English names of months and their abbreviations, as logs write them whatever the machine's language.</summary>
internal static class MonthNames
{
    private static readonly WordTable<int> Names = new(
        (1, "january"), (2, "february"), (3, "march"), (4, "april"), (6, "june"), (7, "july"), (8, "august"), (9, "september sept"), (10, "october"),
        (11, "november"), (12, "december"));

    /// <summary>The length of a name at the beginning of a text, up to the first byte that is no letter; 0 if there is none.</summary>
    public static int Match(ReadOnlySpan<byte> text, out int month)
    {
        month = 0;
        int length = text.IndexOfAnyExcept(LetterBytes.All);
        return length == 3 ? TryParse(text[..3], out month) ? 3 : 0
            : length > 3 && Names.TryFind(text[..length], out month) ? length
            : 0;
    }

    /// <summary>Whether three letters name a month, and which, 1 to 12.</summary>
    public static bool TryParse(ReadOnlySpan<byte> name, out int month)
    {
        month = ThreeLetters.Pack(name) switch
        {
            ('j' << 16) | ('a' << 8) | 'n' => 1,
            ('f' << 16) | ('e' << 8) | 'b' => 2,
            ('m' << 16) | ('a' << 8) | 'r' => 3,
            ('a' << 16) | ('p' << 8) | 'r' => 4,
            ('m' << 16) | ('a' << 8) | 'y' => 5,
            ('j' << 16) | ('u' << 8) | 'n' => 6,
            ('j' << 16) | ('u' << 8) | 'l' => 7,
            ('a' << 16) | ('u' << 8) | 'g' => 8,
            ('s' << 16) | ('e' << 8) | 'p' => 9,
            ('o' << 16) | ('c' << 8) | 't' => 10,
            ('n' << 16) | ('o' << 8) | 'v' => 11,
            ('d' << 16) | ('e' << 8) | 'c' => 12,
            _ => 0,
        };
        return month > 0;
    }
}
