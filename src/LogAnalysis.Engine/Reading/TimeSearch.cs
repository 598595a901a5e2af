using LogAnalysis.Files;
using LogAnalysis.Parsing;

namespace LogAnalysis.Reading;

/// <summary>
/// Finds where a span of time is in a file, without reading what is around it. The file is read from beginning to end where the search cannot
/// promise the same entries: samples all over it must have times, and these must be in order, but for a tolerance.
/// </summary>
/// <remarks>
/// What is promised rests on one assumption, which the samples are to disprove: no entry is written later than one whose time is after its own by
/// more than the tolerance. So all entries before one that is earlier than the span by the tolerance are outside of the span, and so are all after
/// one that is later by it.
/// </remarks>
internal sealed class TimeSearch
{
    /// <summary>How many samples show whether a file is in order, however long it is.</summary>
    private const int MaxSamples = 1024;

    /// <summary>A part of the file as short as this is read rather than searched, in samples.</summary>
    private const int LeastGap = 32;

    /// <summary>Entries of several threads and of long requests are written in about the order of their times.</summary>
    private static readonly TimeSpan LeastTolerance = TimeSpan.FromMinutes(1);

    /// <summary>The disorder between samples may be more than that within one.</summary>
    private const int ToleranceOfDisorder = 10;

    private static readonly TimeSpan MaxDisorder = TimeSpan.FromMinutes(5);

    private readonly List<TimeSample> _samples = [];
    private readonly TimeSampler _sampler;
    private readonly SearchedSpan _span;
    private readonly long _length;
    private TimeSpan _tolerance = LeastTolerance;

    private TimeSearch(LogContent content, LineSource source, SearchedSpan span)
    {
        _span = span;
        _length = content.Length;
        _sampler = new TimeSampler(content, source, span.SampleLength);
    }

    /// <summary>What of a file is to be read for a span of time; null for all of it.</summary>
    /// <param name="text">The file.</param>
    /// <param name="source">Where its lines come from, and what is known of them.</param>
    /// <param name="span">The span.</param>
    /// <exception cref="IOException">Reading failed.</exception>
    public static ExcerptContent? Find(LogFileText text, LineSource source, SearchedSpan span)
    {
        if (!text.IsPlain || text.Length < span.MinLength)
        {
            return null;
        }

        List<(long Start, long End)> ranges = new TimeSearch(text.Content, source, span).FindRanges();
        return ranges.Count < 2 ? null : new ExcerptContent(text.Content, ranges);
    }

    private List<(long Start, long End)> FindRanges()
    {
        if (!TrySample() || _sampler.Take(_span.HeadLength) is not TimeSample head || FindStart() is not long start || FindEnd() is not long end)
        {
            return [];
        }

        // The ends tell which times the log has, if it has none of the span.
        List<(long Start, long End)> ranges = [(0, head.Cut)];
        Append(ranges, (start, Math.Max(start, end)));
        Append(ranges, (_samples[^1].Cut, _length));
        return ranges;
    }

    private static void Append(List<(long Start, long End)> ranges, (long Start, long End) next)
    {
        if (next.Start <= ranges[^1].End)
        {
            ranges[^1] = (ranges[^1].Start, Math.Max(ranges[^1].End, next.End));
        }
        else if (next.Start < next.End)
        {
            ranges.Add(next);
        }
    }

    /// <summary>Takes samples all over the file.</summary>
    /// <returns>Whether its times are in order as far as these show.</returns>
    private bool TrySample()
    {
        long last = _length - (4L * _span.SampleLength);
        long spacing = Math.Max(_span.Spacing, _length / MaxSamples);
        for (long position = 0; position < last; position = Math.Max(position + spacing, _samples[^1].End))
        {
            if (!TryAdd(position))
            {
                return false;
            }
        }

        if (_samples[^1].End <= last && !TryAdd(last))
        {
            return false;
        }

        TimeSpan disorder = _samples.Max(sample => sample.Disorder);
        _tolerance = disorder * ToleranceOfDisorder > LeastTolerance ? disorder * ToleranceOfDisorder : LeastTolerance;
        return disorder <= MaxDisorder && IsInOrder();
    }

    private bool TryAdd(long position)
    {
        if (_sampler.Take(position) is not TimeSample sample || _sampler.DeclaresColumns)
        {
            return false;
        }

        _samples.Add(sample);
        return true;
    }

    private bool IsInOrder()
    {
        DateTimeOffset latest = _samples[0].Latest;
        foreach (TimeSample sample in _samples.Skip(1))
        {
            if (sample.Earliest < latest - _tolerance)
            {
                return false;
            }

            latest = sample.Latest > latest ? sample.Latest : latest;
        }

        return true;
    }

    /// <summary>Where to begin: before it all entries are too early. Null where that cannot be told.</summary>
    private long? FindStart()
    {
        if (_span.Since is not DateTimeOffset since || !IsBefore(_samples[0], since))
        {
            return 0;
        }

        int place = _samples.FindLastIndex(sample => IsBefore(sample, since));
        return place == _samples.Count - 1 ? _samples[place].Cut : Bisect(_samples[place], _samples[place + 1], sample => IsBefore(sample, since))?.Before.Cut;
    }

    /// <summary>Where to end: from there on all entries are too late. Null where that cannot be told.</summary>
    private long? FindEnd()
    {
        if (_span.Until is not DateTimeOffset until)
        {
            return _length;
        }

        int place = _samples.FindIndex(sample => IsBeyond(sample, until));
        if (place <= 0)
        {
            return place < 0 ? _length : _sampler.Take(_samples[0].End)?.Cut;
        }

        return Bisect(_samples[place - 1], _samples[place], sample => !IsBeyond(sample, until)) is (_, TimeSample beyond) ? _sampler.Take(beyond.End)?.Cut ?? _length : null;
    }

    private bool IsBefore(TimeSample sample, DateTimeOffset since) => sample.Earliest < since - _tolerance;

    private bool IsBeyond(TimeSample sample, DateTimeOffset until) => sample.Latest - _tolerance >= until;

    /// <summary>Looks for the place between two samples up to which something holds.</summary>
    /// <returns>The last sample of which it holds, and the first of which it does not; null where the samples between are not in order.</returns>
    private (TimeSample Before, TimeSample After)? Bisect(TimeSample before, TimeSample after, Func<TimeSample, bool> holds)
    {
        while (after.Position - before.End > (long)LeastGap * _span.SampleLength)
        {
            if (_sampler.Take(before.End + ((after.Position - before.End) / 2)) is not TimeSample middle || middle.End > after.Position)
            {
                return (before, after);
            }

            if (middle.Earliest < before.Latest - _tolerance || after.Earliest < middle.Latest - _tolerance || middle.Disorder > _tolerance)
            {
                return null;
            }

            (before, after) = holds(middle) ? (middle, after) : (before, middle);
        }

        return (before, after);
    }
}
