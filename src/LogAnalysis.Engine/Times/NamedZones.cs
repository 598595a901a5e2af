using System.Collections.Concurrent;

namespace LogAnalysis.Times;

/// <summary>The time zones that this machine knows by name, those of IANA and Windows alike.</summary>
internal static class NamedZones
{
    /// <summary>More names are not looked up: a log that has them is hostile, and each takes reading a file.</summary>
    private const int MaxNames = 500;

    private static readonly ConcurrentDictionary<string, TimeZoneInfo?> Known = new(StringComparer.Ordinal);

    /// <summary>The zone of a name; null if there is none.</summary>
    public static TimeZoneInfo? Find(string name)
    {
        if (Known.TryGetValue(name, out TimeZoneInfo? zone) || Known.Count >= MaxNames)
        {
            return zone;
        }

        zone = TimeZoneInfo.TryFindSystemTimeZoneById(name, out TimeZoneInfo? found) ? found : null;
        return Known.GetOrAdd(name, zone);
    }
}
