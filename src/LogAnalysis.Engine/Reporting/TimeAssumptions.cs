using System.Buffers.Binary;
using LogAnalysis.Model;
using LogAnalysis.Times;

namespace LogAnalysis.Reporting;

/// <summary>
/// What the times of a log leave unsaid, and how they were read all the same. Times of one format that differ only in digits say equally much, so that hardly any has to be
/// looked at.
/// </summary>
internal sealed class TimeAssumptions
{
    /// <summary>When there are more, it begins again: to look at a time twice does no harm.</summary>
    private const int MaxShapes = 256;

    private const ulong Mixer = 0x9E3779B97F4A7C15;
    private const ulong Digits = 0x3030303030303030;
    private const ulong HighBits = 0x8080808080808080;

    /// <summary>Added to what a byte has beyond the first digit, it reaches the high bit from 10 on.</summary>
    private const ulong BeyondDigits = 0x7676767676767676;

    private static readonly TimeConventions[] Zones = [.. new[] { 1, 2 }.Select(hours => new TimeConventions(TimeZoneInfo.CreateCustomTimeZone($"+{hours}", TimeSpan.FromHours(hours), null, null), default))];

    /// <summary>Both are leap years, so that each day is in both.</summary>
    private static readonly DateTime[] Years = [new(2004, 12, 31, 0, 0, 0, DateTimeKind.Local), new(2008, 12, 31, 0, 0, 0, DateTimeKind.Local)];

    private readonly HashSet<(LogFormat, ulong)> _shapes = [];
    private readonly SortedSet<string> _zones = new(StringComparer.Ordinal);
    private LogFormat? _last;
    private ulong _lastShape;

    /// <summary>The zones as which times were read that state none.</summary>
    public string[] AssumedZones => [.. _zones];

    /// <summary>Whether there are times without a year.</summary>
    public bool AreYearsAssumed { get; private set; }

    /// <summary>Takes the first line of an entry.</summary>
    public void Add(in LogLine line)
    {
        ulong shape = ShapeOf(in line);
        if (shape == _lastShape && ReferenceEquals(line.Format, _last))
        {
            return;
        }

        (_last, _lastShape) = (line.Format, shape);
        if (!_shapes.Add((line.Format, shape)))
        {
            return;
        }

        if (_shapes.Count == MaxShapes)
        {
            _shapes.Clear();
        }

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

    /// <summary>A number that is the same for times that differ only in digits, and hardly ever for others.</summary>
    private static ulong ShapeOf(in LogLine line)
    {
        ref readonly LineFields fields = ref line.Fields;
        ulong shape = Mix(fields.IsUtc ? 1UL : 0, fields.Timestamp.Of(line.Plain));
        return TimeText.IsWhole(in fields) ? shape : Mix(Mix(shape + (fields.Day > 0 ? 1UL : 0), fields.Date.Of(line.Plain)), fields.Zone.Of(line.Plain));
    }

    private static ulong Mix(ulong shape, ReadOnlySpan<byte> text)
    {
        shape += (ulong)text.Length;
        while (text.Length >= sizeof(ulong))
        {
            shape = (shape ^ WithoutDigits(BinaryPrimitives.ReadUInt64LittleEndian(text))) * Mixer;
            text = text[sizeof(ulong)..];
        }

        Span<byte> rest = stackalloc byte[sizeof(ulong)];
        rest.Clear();
        text.CopyTo(rest);
        shape = (shape ^ WithoutDigits(BinaryPrimitives.ReadUInt64LittleEndian(rest))) * Mixer;
        return shape ^ (shape >> 32);
    }

    /// <summary>Eight bytes at once, with 0 for each digit.</summary>
    private static ulong WithoutDigits(ulong bytes)
    {
        ulong beyond = bytes ^ Digits;
        ulong others = (((beyond & ~HighBits) + BeyondDigits) | beyond) & HighBits;
        return bytes & ((others >> 7) * byte.MaxValue);
    }
}
