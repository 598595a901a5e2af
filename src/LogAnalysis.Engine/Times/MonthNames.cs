using LogAnalysis.Text;

namespace LogAnalysis.Times;

/// <summary>
/// The English names of months and their abbreviations, as most logs write them whatever the machine's language; and the abbreviations of other
/// languages, as Java's loggers write them.
/// </summary>
/// <remarks>Source: Unicode CLDR, "Months - abbreviated - Formatting", in German, French, Spanish, Italian, Portuguese, Dutch, Russian and Chinese.</remarks>
internal static class MonthNames
{
    private const int MaxLengthAbroad = 9;

    private static readonly (int, string)[] English =
    [
        (1, "january"), (2, "february"), (3, "march"), (4, "april"), (5, "may"), (6, "june"), (7, "july"), (8, "august"), (9, "september sept"), (10, "october"),
        (11, "november"), (12, "december"),
    ];

    private static readonly (int, string)[] Foreign =
    [
        (1, "janv ene gen янв 一月"), (2, "févr fev февр 二月"), (3, "mars märz mär mrz mrt мар 三月"), (4, "avr abr апр 四月"), (5, "mai mei mag мая 五月"),
        (6, "juin juni giu июн 六月"), (7, "juil juli lug июл 七月"), (8, "août ago авг 八月"), (9, "sept set сент 九月"), (10, "okt ott out окт 十月"),
        (11, "нояб 十一月"), (12, "déc dez dic дек 十二月"),
    ];

    private static readonly WordTable<int> Names = new(English);

    private static readonly WordTable<int> Abroad = new(Foreign);

    /// <summary>All names, and the abbreviations that do not begin as one of these does.</summary>
    public static IEnumerable<string> All => English.Concat(Foreign).SelectMany(month => month.Item2.Split(' '));

    /// <summary>The length of a name at the beginning of a text, with the point of an abbreviation; 0 if there is none.</summary>
    public static int Match(ReadOnlySpan<byte> text, out int month)
    {
        month = 0;
        int length = text.IndexOfAnyExcept(LetterBytes.All);
        bool isEnglish = length == 3 ? TryParse(text[..3], out month) : length > 3 && Names.TryFind(text[..length], out month);
        return isEnglish && text[length] != '.' ? length : MatchAbroad(text, out month);
    }

    private static int MatchAbroad(ReadOnlySpan<byte> text, out int month)
    {
        month = 0;
        int length = 0;
        while (length < text.Length && length <= MaxLengthAbroad && (char.IsAsciiLetter((char)text[length]) || text[length] >= 0x80))
        {
            length++;
        }

        ReadOnlySpan<byte> name = text[..length];
        bool isName = length >= 3 && (Abroad.TryFind(name, out month) || (length == 3 && TryParse(name, out month)));
        return !isName ? 0 : length < text.Length && text[length] == '.' ? length + 1 : length;
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
