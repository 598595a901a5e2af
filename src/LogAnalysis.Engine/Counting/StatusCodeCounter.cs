using LogAnalysis.Formats;

namespace LogAnalysis.Counting;

/// <summary>How often each HTTP status occurs, and when first and last.</summary>
internal sealed class StatusCodeCounter(StatusCodeFilter filter) : ILogSink
{
    private readonly long[] _counts = new long[StatusCodeFilter.Highest + 1];
    private readonly TimeRange[] _times = new TimeRange[StatusCodeFilter.Highest + 1];

    /// <inheritdoc/>
    public void Add(in LogLine line)
    {
        if (filter.Includes(line.Fields.Status))
        {
            Add(line.Fields.Status, line.ParseTimestamp());
        }
    }

    /// <summary>Adds one response, if its status is wanted.</summary>
    public void Add(int code, DateTimeOffset? time)
    {
        if (filter.Includes(code))
        {
            _counts[code]++;
            _times[code].Add(time);
        }
    }

    /// <summary>Adds what was counted elsewhere.</summary>
    public void Add(LogStatusCodeCount count)
    {
        if (filter.Includes(count.Code))
        {
            _counts[count.Code] += count.Count;
            _times[count.Code].Add(count.First);
            _times[count.Code].Add(count.Last);
        }
    }

    /// <summary>The codes that occurred, ascending.</summary>
    public LogStatusCodeCount[] ToCounts()
    {
        long total = _counts.Sum();
        return
        [
            .. Enumerable.Range(0, _counts.Length)
                .Where(code => _counts[code] > 0)
                .Select(code => new LogStatusCodeCount
                {
                    Code = code,
                    Count = _counts[code],
                    Percent = 100.0 * _counts[code] / total,
                    First = _times[code].First,
                    Last = _times[code].Last,
                }),
        ];
    }
}
