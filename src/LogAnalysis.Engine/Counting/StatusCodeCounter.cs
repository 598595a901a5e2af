using LogAnalysis.Formats;

namespace LogAnalysis.Counting;

/// <summary>How often each HTTP status occurs, and when first and last.</summary>
internal sealed class StatusCodeCounter(StatusCodeFilter filter) : ILogCounter
{
    private readonly CodeTally?[] _codes = new CodeTally?[StatusCodeFilter.Highest + 1];

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
            CodeTally tally = TallyOf(code);
            tally.Count++;
            tally.Times.Add(time);
        }
    }

    /// <summary>Adds what was counted elsewhere.</summary>
    public void Add(LogStatusCodeCount count)
    {
        if (filter.Includes(count.Code))
        {
            CodeTally tally = TallyOf(count.Code);
            tally.Count += count.Count;
            tally.Times.Add(count.First);
            tally.Times.Add(count.Last);
        }
    }

    /// <inheritdoc/>
    public ILogCounter Fork() => new StatusCodeCounter(filter);

    /// <inheritdoc/>
    public void Join(ILogCounter part)
    {
        var other = (StatusCodeCounter)part;
        for (int code = 0; code < _codes.Length; code++)
        {
            if (other._codes[code] is CodeTally added)
            {
                CodeTally tally = TallyOf(code);
                tally.Count += added.Count;
                tally.Times.Join(added.Times);
            }
        }
    }

    /// <summary>The codes that occurred, ascending.</summary>
    public LogStatusCodeCount[] ToCounts()
    {
        long total = _codes.Sum(tally => tally?.Count ?? 0);
        return
        [
            .. _codes.Select((tally, code) => (Tally: tally!, Code: code))
                .Where(seen => seen.Tally is not null)
                .Select(seen => new LogStatusCodeCount
                {
                    Code = seen.Code,
                    Count = seen.Tally.Count,
                    Percent = 100.0 * seen.Tally.Count / total,
                    First = seen.Tally.Times.First,
                    Last = seen.Tally.Times.Last,
                }),
        ];
    }

    private CodeTally TallyOf(int code) => _codes[code] ??= new CodeTally();

    private sealed class CodeTally
    {
        public long Count;
        public TimeRange Times;
    }
}
