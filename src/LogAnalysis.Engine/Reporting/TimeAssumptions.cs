using LogAnalysis.Model;
using LogAnalysis.Times;

namespace LogAnalysis.Reporting;

/// <summary>
/// What the times of a log leave unsaid, and how they were read all the same. Times of one format that are equally long say equally much, so that hardly any has to be looked
/// at.
/// </summary>
internal sealed class TimeAssumptions
{
    /// <summary>Longer times, in bytes, count as one length: no log has them.</summary>
    private const int MaxLength = 63;

    private static readonly TimeConventions[] Zones = [.. new[] { 1, 2 }.Select(hours => new TimeConventions(TimeZoneInfo.CreateCustomTimeZone($"+{hours}", TimeSpan.FromHours(hours), null, null), default))];

    /// <summary>Both are leap years, so that each day is in both.</summary>
    private static readonly DateTime[] Years = [new(2004, 12, 31, 0, 0, 0, DateTimeKind.Local), new(2008, 12, 31, 0, 0, 0, DateTimeKind.Local)];

    private readonly Dictionary<LogFormat, ulong> _lengths = [];
    private readonly SortedSet<string> _zones = new(StringComparer.Ordinal);
    private LogFormat? _last;
    private ulong _lastLengths;

    /// <summary>The zones as which times were read that state none.</summary>
    public string[] AssumedZones => [.. _zones];

    /// <summary>Whether there are times without a year.</summary>
    public bool AreYearsAssumed { get; private set; }

    /// <summary>Takes the first line of an entry.</summary>
    public void Add(in LogLine line)
    {
        ulong length = 1UL << Math.Min(line.Fields.Timestamp.Length, MaxLength);
        if (ReferenceEquals(line.Format, _last) && (_lastLengths & length) != 0)
        {
            return;
        }

        _last = line.Format;
        _lastLengths = _lengths[_last] = _lengths.GetValueOrDefault(_last) | length;
        if (line.ParseTimestamp(Zones[0], Years[0]) is not DateTimeOffset time)
        {
            return;
        }

        if (time != line.ParseTimestamp(Zones[1], Years[0]))
        {
            _zones.Add((line.Conventions.Zone ?? TimeZoneInfo.Local).Id);
        }

        AreYearsAssumed |= time != line.ParseTimestamp(Zones[0], Years[1]);
    }

    /// <summary>Adds what was found elsewhere.</summary>
    public void Add(IEnumerable<string> assumedZones, bool areYearsAssumed)
    {
        _zones.UnionWith(assumedZones);
        AreYearsAssumed |= areYearsAssumed;
    }
}
