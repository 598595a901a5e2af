using LogAnalysis.Times;

namespace LogAnalysis.Reporting.Findings;

/// <summary>Finds when there were more events than usual. It finds nothing in a log that is too short to have a usual, or whose events are evenly bursty.</summary>
/// <param name="kept">The buckets that are kept, in the order of time; none is empty.</param>
/// <param name="width">How long each is, in seconds.</param>
/// <param name="events">What is an event.</param>
internal sealed class IncidentSearch(LogTimeBucket[] kept, long width, Func<LogTimeBucket, long> events)
{
    /// <summary>More events than usual, whatever the ratio, are of no interest where they are few.</summary>
    private const int MinEvents = 10;

    /// <summary>Into how many parts the time is cut: what is short stands out in the finest, and what is rare and long in the coarser ones.</summary>
    private static readonly int[] Scales = [120, 40, 20];

    /// <summary>A shorter time has no usual.</summary>
    private const int MinParts = 12;

    private readonly long[] _starts = [.. kept.Select(bucket => bucket.Start.ToUnixTimeSeconds())];

    /// <summary>The incidents, in the order of time.</summary>
    /// <param name="minRatio">How many times as many events as usual they have at least.</param>
    public Incident[] Find(double minRatio)
    {
        if (kept.Length < MinParts || kept.Sum(events) < MinEvents)
        {
            return [];
        }

        return Scales.Select(parts => FindIn(parts, minRatio)).FirstOrDefault(found => found.Length > 0, []);
    }

    private Incident[] FindIn(int parts, double minRatio)
    {
        long first = BucketLadder.KeyOf(_starts[0], width);
        long count = BucketLadder.KeyOf(_starts[^1], width) - first + 1;
        long perPart = (count + parts - 1) / parts;
        var load = new Load(new long[(count + perPart - 1) / perPart], new long[(count + perPart - 1) / perPart]);
        for (int i = 0; i < kept.Length; i++)
        {
            long part = (BucketLadder.KeyOf(_starts[i], width) - first) / perPart;
            load.Events[part] += events(kept[i]);
            load.Entries[part] += kept[i].Entries;
        }

        return load.Count < MinParts ? [] : Find(load, first * width, perPart * width, minRatio);
    }

    private Incident[] Find(Load load, long from, long partWidth, double minRatio)
    {
        var usual = Baseline.Of(load);
        var found = new List<Incident>();
        foreach ((int first, int end) in Runs(usual.StandsOut))
        {
            double expected = usual.In(first, end);
            long count = load.Events.AsSpan(first, end - first).ToArray().Sum();
            long peak = load.Events[first..end].Max();
            if (count >= MinEvents && count >= minRatio * expected && peak >= minRatio * usual.Frequent)
            {
                found.Add(Refine(new Incident(from + (first * partWidth), from + (end * partWidth), count, expected), partWidth, usual.Rate));
            }
        }

        return [.. found];
    }

    /// <summary>Stretches that stand out. One part between two that do does not end them: an outage is rarely even.</summary>
    private static IEnumerable<(int First, int End)> Runs(bool[] standsOut)
    {
        for (int first = 0; first < standsOut.Length; first++)
        {
            if (!standsOut[first])
            {
                continue;
            }

            int end = first + 1;
            while (end < standsOut.Length && (standsOut[end] || (end + 1 < standsOut.Length && standsOut[end + 1])))
            {
                end++;
            }

            yield return (first, end);
            first = end;
        }
    }

    /// <summary>
    /// When it began and ended to the bucket: of all stretches around it, that with the most events beyond a level between its own and the usual.
    /// </summary>
    /// <remarks>Source: Bentley, "Programming Pearls: Algorithm design techniques", CACM 27, 1984 (the maximum of sums of neighbours).</remarks>
    private Incident Refine(Incident rough, long partWidth, double rate)
    {
        int first = IndexOf(rough.From - partWidth);
        int end = IndexOf(rough.To + partWidth);
        double usual = Math.Max(rough.Usual, 0.01 * rough.Count);
        double level = Math.Sqrt(usual * rough.Count) / (rough.To - rough.From) * width;
        (int From, int To, double Sum) best = (first, first, 0);
        double sum = 0;
        int start = first;
        for (int i = first; i < end; i++)
        {
            // Buckets without entries are not kept; they count as those without events.
            long gap = i > start ? ((_starts[i] - _starts[i - 1]) / width) - 1 : 0;
            sum -= gap * level;
            if (sum <= 0)
            {
                (sum, start) = (0, i);
            }

            sum += events(kept[i]) - level;
            best = sum > best.Sum ? (start, i + 1, sum) : best;
        }

        if (best.To == best.From)
        {
            return rough;
        }

        LogTimeBucket[] within = kept[best.From..best.To];
        (long from, long to) = (_starts[best.From], _starts[best.To - 1] + width);
        double expected = Math.Max(rate * within.Sum(bucket => bucket.Entries), rough.Usual * (to - from) / (rough.To - rough.From));
        return new Incident(from, to, within.Sum(events), expected);
    }

    private int IndexOf(long second)
    {
        int index = Array.BinarySearch(_starts, second);
        return index < 0 ? ~index : index;
    }
}
