namespace LogAnalysis.Times;

/// <summary>The English abbreviations of months, as logs write them whatever the machine's language.</summary>
internal static class MonthNames
{
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
