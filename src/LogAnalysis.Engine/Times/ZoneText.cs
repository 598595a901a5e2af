namespace LogAnalysis.Times;

/// <summary>The time zone behind a clock time: an offset from UTC, a name after a space, or an offset and then a name in brackets.</summary>
internal static class ZoneText
{
    /// <summary>The length of a zone at the beginning of a text, the space before it included; 0 if there is none.</summary>
    public static int Match(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
        {
            return 0;
        }

        int offset = UtcOffset.Match(text);
        return offset == 0 ? ZoneNames.Match(text) : offset + MatchBracketed(text[offset..]);
    }

    /// <summary>The offset from UTC that a zone has.</summary>
    /// <param name="text">The zone, from its first byte to its last.</param>
    /// <param name="clock">The time in that zone.</param>
    /// <param name="here">The zone of the reader, which decides where a name has several meanings.</param>
    /// <returns>The offset; null where the zone is not known.</returns>
    public static TimeSpan? Read(ReadOnlySpan<byte> text, DateTime clock, TimeZoneInfo here)
    {
        int offset = UtcOffset.Match(text) is > 0 and int length ? length : UtcOffset.MatchMinutes(text);
        return offset > 0 ? UtcOffset.Read(text[..offset]) : ZoneNames.Read(text.TrimStart((byte)' '), clock, here);
    }

    /// <summary>Java's <c>2025-01-24T07:00:30+01:00[Europe/Berlin]</c>.</summary>
    private static int MatchBracketed(ReadOnlySpan<byte> text)
    {
        int name = text.Length > 2 && text[0] == '[' && char.IsAsciiLetterUpper((char)text[1]) ? ZoneNames.MatchLocation(text[1..]) : 0;
        return name > 0 && name + 1 < text.Length && text[name + 1] == ']' ? name + 2 : 0;
    }
}
