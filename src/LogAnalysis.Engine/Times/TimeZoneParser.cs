using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace LogAnalysis.Times;

/// <summary>Reads time zones as people write them: <c>local</c>, <c>UTC</c>, an offset such as <c>+02:00</c>, or the name that IANA or Windows gives a zone.</summary>
internal static partial class TimeZoneParser
{
    private const int MaxHours = 14;
    private const int MaxSuggestions = 3;

    /// <summary>How many letters a name may differ by, and is still what was meant.</summary>
    private const int MaxTypos = 2;

    /// <summary>The zones that this machine knows, in the order of their names.</summary>
    public static IEnumerable<TimeZoneInfo> Known => TimeZoneInfo.GetSystemTimeZones().OrderBy(zone => zone.Id, StringComparer.OrdinalIgnoreCase);

    /// <summary>The zone that a text means; null if it means none.</summary>
    public static TimeZoneInfo? Parse(string text)
    {
        text = text.Trim();
        return text.ToLowerInvariant() switch
        {
            "" => null,
            "local" => TimeZoneInfo.Local,
            "utc" or "z" or "gmt" => TimeZoneInfo.Utc,
            _ => ParseOffset(text) is TimeSpan offset ? OfOffset(offset) : FindNamed(text),
        };
    }

    /// <summary>A zone that has the same offset from UTC all year; null where there is no such offset.</summary>
    public static TimeZoneInfo? OfOffset(TimeSpan offset)
    {
        if (offset.Duration() > TimeSpan.FromHours(MaxHours) || offset.Ticks % TimeSpan.TicksPerMinute != 0)
        {
            return null;
        }

        string name = "UTC" + FormatOffset(offset);
        return offset == TimeSpan.Zero ? TimeZoneInfo.Utc : TimeZoneInfo.CreateCustomTimeZone(name, offset, name, name);
    }

    /// <summary>What may be meant by a text that is no zone, the likeliest first: names, or the offset for which an abbreviation stands.</summary>
    public static IReadOnlyList<string> Suggest(string text)
    {
        text = text.Trim();
        if (ZoneAbbreviations.Find(Encoding.UTF8.GetBytes(text), TimeZoneInfo.Local) is TimeSpan offset)
        {
            return [FormatOffset(offset)];
        }

        string typed = Simplify(text);
        return [.. TimeZoneInfo.GetSystemTimeZones()
            .SelectMany(NamesOf)
            .Select(name => (name.Id, Distance: Compare(name.Id, name.Description, typed)))
            .Where(name => name.Distance <= MaxTypos)
            .OrderBy(name => name.Distance).ThenBy(name => name.Id, StringComparer.Ordinal)
            .Select(name => name.Id)
            .Distinct()
            .Take(MaxSuggestions)];
    }

    /// <summary>An offset as it is typed: <c>+02:00</c>.</summary>
    public static string FormatOffset(TimeSpan offset) =>
        string.Create(CultureInfo.InvariantCulture, $"{(offset < TimeSpan.Zero ? '-' : '+')}{offset.Duration():hh\\:mm}");

    private static TimeSpan? ParseOffset(string text)
    {
        Match match = Offset().Match(text);
        if (!match.Success)
        {
            return null;
        }

        int hours = int.Parse(match.Groups["hours"].ValueSpan, CultureInfo.InvariantCulture);
        int minutes = match.Groups["minutes"].Length == 0 ? 0 : int.Parse(match.Groups["minutes"].ValueSpan, CultureInfo.InvariantCulture);
        var span = new TimeSpan(hours, minutes, 0);
        return match.Groups["sign"].ValueSpan is "-" ? -span : span;
    }

    /// <summary>Names differ in their letters' case on Linux, where each is a file.</summary>
    private static TimeZoneInfo? FindNamed(string name) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(name, out TimeZoneInfo? zone)
            ? zone
            : Known.FirstOrDefault(known => string.Equals(known.Id, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The name of a zone on this system, and the one that Windows has for it.</summary>
    private static IEnumerable<(string Id, string Description)> NamesOf(TimeZoneInfo zone)
    {
        yield return (zone.Id, zone.DisplayName);
        if (TimeZoneInfo.TryConvertIanaIdToWindowsId(zone.Id, out string? windows))
        {
            yield return (windows, windows);
        }
    }

    /// <summary>How far a name is from what was typed, letter by letter: the whole, its last part, or that it names a place.</summary>
    private static int Compare(string id, string description, string typed)
    {
        string name = Simplify(id);
        string last = Simplify(id[(id.LastIndexOf('/') + 1)..]);
        int typos = Math.Min(CountTypos(name, typed), CountTypos(last, typed));
        bool isNamed = typed.Length > MaxTypos && (name.Contains(typed, StringComparison.Ordinal) || Simplify(description).Contains(typed, StringComparison.Ordinal));
        return isNamed ? Math.Min(typos, 1) : typed.Length > 2 * MaxTypos ? typos : int.MaxValue;
    }

    private static string Simplify(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    /// <summary>The Levenshtein distance of two names; more than <see cref="MaxTypos"/> where their lengths tell.</summary>
    private static int CountTypos(string one, string other)
    {
        if (Math.Abs(one.Length - other.Length) > MaxTypos)
        {
            return int.MaxValue;
        }

        int[] distances = [.. Enumerable.Range(0, other.Length + 1)];
        for (int row = 1; row <= one.Length; row++)
        {
            int diagonal = distances[0];
            distances[0] = row;
            for (int column = 1; column <= other.Length; column++)
            {
                int replaced = diagonal + (one[row - 1] == other[column - 1] ? 0 : 1);
                diagonal = distances[column];
                distances[column] = Math.Min(replaced, Math.Min(diagonal, distances[column - 1]) + 1);
            }
        }

        return distances[^1];
    }

    [GeneratedRegex(@"^(?:UTC|GMT)?\s*(?<sign>[+-])(?<hours>\d{1,2})(?::?(?<minutes>[0-5]\d))?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Offset();
}
