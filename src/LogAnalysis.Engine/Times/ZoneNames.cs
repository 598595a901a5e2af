using System.Buffers;
using System.Text;
using LogAnalysis.Text;

namespace LogAnalysis.Times;

/// <summary>
/// The names of time zones behind a time: abbreviations, <c>CEST</c>; offsets from one, <c>GMT+2</c>, <c>UTC+01:00</c>; places, <c>Europe/Berlin</c>;
/// POSIX rules, <c>EST5EDT</c>; and Windows' names, <c>W. Europe Standard Time</c>.
/// </summary>
internal static class ZoneNames
{
    private const int MaxAbbreviationLength = 5;
    private const int MaxNameLength = 48;

    private static readonly SearchValues<byte> LocationBytes = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_+-/"u8);
    private static readonly SearchValues<byte> WordBytes = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz. "u8);

    private static readonly WordTable<bool> Areas = new((true,
        "africa america antarctica arctic asia atlantic australia brazil canada chile etc europe indian mexico pacific us"));

    /// <summary>The United States' four zones in POSIX' notation.</summary>
    private static readonly WordTable<string> Rules = new(
        ("America/New_York", "est5edt"), ("America/Chicago", "cst6cdt"), ("America/Denver", "mst7mdt"), ("America/Los_Angeles", "pst8pdt"));

    private static readonly WordTable<string> KindsOfWindowsTime = new(
        ("Standard", "standard"), ("Daylight", "daylight"), ("Daylight", "summer"), ("Universal", "universal"));

    /// <summary>The length of a name at the beginning of a text, the space before it included; 0 if there is none.</summary>
    public static int Match(ReadOnlySpan<byte> text)
    {
        int start = text[0] == ' ' ? 1 : 0;
        if (text.Length < start + 2 || !char.IsAsciiLetterUpper((char)text[start]))
        {
            return 0;
        }

        if (!char.IsAsciiLetterUpper((char)text[start + 1]))
        {
            int length = start == 0 ? 0 : MatchLocation(text[1..]) is > 0 and int place ? place : MatchWindows(text[1..]);
            return length > 0 ? length + 1 : 0;
        }

        int name = MatchCapitals(text[start..]);
        return name > 0 && (start == 1 || (text.Length > 2 && IsUniversal(text[..3]))) ? start + name : 0;
    }

    /// <summary>The length of a place as IANA names it; 0 if there is none.</summary>
    public static int MatchLocation(ReadOnlySpan<byte> text)
    {
        ReadOnlySpan<byte> near = text[..Math.Min(text.Length, MaxNameLength)];
        int end = near.IndexOfAnyExcept(LocationBytes);
        end = end < 0 ? near.Length : end;
        int slash = near[..end].IndexOf((byte)'/');
        return slash > 0 && slash + 1 < end && Areas.Contains(near[..slash]) && IsEnd(text, end) ? end : 0;
    }

    /// <summary>The offset from UTC that a zone has.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="clock">The time in that zone.</param>
    /// <param name="here">The zone of the reader, which decides where a name has several meanings.</param>
    /// <returns>The offset; null where the zone is not known.</returns>
    public static TimeSpan? Read(ReadOnlySpan<byte> name, DateTime clock, TimeZoneInfo here)
    {
        if (ZoneAbbreviations.Find(name, here) is TimeSpan known)
        {
            return known;
        }

        if (name.Length > 4 && IsUniversal(name[..3]))
        {
            return ReadBehindUniversal(name[3..]);
        }

        if (Rules.TryFind(name, out string? rule))
        {
            return NamedZones.Find(rule!)?.GetUtcOffset(clock);
        }

        return name.Contains((byte)'/') ? NamedZones.Find(Encoding.ASCII.GetString(name))?.GetUtcOffset(clock) : ReadWindows(name);
    }

    private static int MatchCapitals(ReadOnlySpan<byte> text)
    {
        int length = 2;
        while (length <= MaxAbbreviationLength && length < text.Length && char.IsAsciiLetterUpper((char)text[length]))
        {
            length++;
        }

        if (length > MaxAbbreviationLength)
        {
            return 0;
        }

        if (IsEnd(text, length))
        {
            return ZoneAbbreviations.Contains(text[..length]) ? length : 0;
        }

        if (length == 3 && text[3] is (byte)'+' or (byte)'-' && IsUniversal(text[..3]))
        {
            int offset = MatchBehindUniversal(text[3..]);
            return offset > 0 ? 3 + offset : 0;
        }

        const int RuleLength = 7;
        return length == 3 && text.Length >= RuleLength && IsEnd(text, RuleLength) && Rules.Contains(text[..RuleLength]) ? RuleLength : 0;
    }

    private static bool IsUniversal(ReadOnlySpan<byte> name) => name.SequenceEqual("UTC"u8) || name.SequenceEqual("GMT"u8);

    /// <summary><c>+2</c> besides what any offset is.</summary>
    private static int MatchBehindUniversal(ReadOnlySpan<byte> text) =>
        UtcOffset.Match(text) is > 0 and int length ? length
        : DigitReader.CountLeading(text[1..]) != 1 ? 0
        : text.Length > 4 && text[2] == ':' && DigitReader.CountLeading(text[3..]) == 2 && IsEnd(text, 5) ? 5
        : IsEnd(text, 2) ? 2
        : 0;

    private static TimeSpan? ReadBehindUniversal(ReadOnlySpan<byte> offset)
    {
        if (offset.Length > 2 && offset[2] != ':')
        {
            return UtcOffset.Read(offset);
        }

        DigitReader.TryRead(offset, 1, 1, out int hours);
        DigitReader.TryRead(offset, 3, 2, out int minutes);
        var span = new TimeSpan(hours, minutes, 0);
        return offset[0] == '-' ? -span : span;
    }

    /// <summary>Words, the last of which are <c>Standard Time</c> or the like.</summary>
    private static int MatchWindows(ReadOnlySpan<byte> text)
    {
        ReadOnlySpan<byte> near = text[..Math.Min(text.Length, MaxNameLength)];
        int kindEnd = near.IndexOf(" Time"u8);
        int end = kindEnd + " Time".Length;
        bool isName = kindEnd > 0 && KindsOfWindowsTime.Contains(LastWord(near[..kindEnd])) && !near[..kindEnd].ContainsAnyExcept(WordBytes);
        return isName && IsEnd(text, end) ? end : 0;
    }

    private static TimeSpan? ReadWindows(ReadOnlySpan<byte> name)
    {
        int kindEnd = name.LastIndexOf((byte)' ');
        if (kindEnd < 0 || !KindsOfWindowsTime.TryFind(LastWord(name[..kindEnd]), out string? kind))
        {
            return null;
        }

        if (kind == "Universal")
        {
            return TimeSpan.Zero;
        }

        string place = Encoding.ASCII.GetString(name[..(name[..kindEnd].LastIndexOf((byte)' ') + 1)]);
        TimeZoneInfo? zone = NamedZones.Find(place + "Standard Time");
        return zone?.BaseUtcOffset + (kind == "Daylight" ? TimeSpan.FromHours(1) : TimeSpan.Zero);
    }

    private static ReadOnlySpan<byte> LastWord(ReadOnlySpan<byte> words) => words[(words.LastIndexOf((byte)' ') + 1)..];

    private static bool IsEnd(ReadOnlySpan<byte> text, int at) => at == text.Length || " \t])>},;:|\"'"u8.Contains(text[at]);
}
