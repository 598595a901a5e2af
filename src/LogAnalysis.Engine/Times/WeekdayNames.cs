namespace LogAnalysis.Times;

/// <summary>The English abbreviations of weekdays.</summary>
internal static class WeekdayNames
{
    /// <summary>Whether three letters name a weekday.</summary>
    public static bool Contains(ReadOnlySpan<byte> name) => ThreeLetters.Pack(name) is
        (('m' << 16) | ('o' << 8) | 'n') or (('t' << 16) | ('u' << 8) | 'e') or (('w' << 16) | ('e' << 8) | 'd')
        or (('t' << 16) | ('h' << 8) | 'u') or (('f' << 16) | ('r' << 8) | 'i') or (('s' << 16) | ('a' << 8) | 't')
        or (('s' << 16) | ('u' << 8) | 'n');
}
