using LogAnalysis.Model;
using LogAnalysis.Times;

namespace LogAnalysis.Counting;

/// <summary>How often each HTTP status occurs, and when first and last.</summary>
internal sealed class StatusCodeCounter(StatusCodeFilter filter) : ILogCounter
{
    private readonly CodeCount?[] _codes = new CodeCount?[StatusCodeFilter.Highest + 1];

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
            CodeCount counted = CountOf(code);
            counted.Count++;
            counted.Times.Add(time);
        }
    }

    /// <summary>Adds what was counted elsewhere.</summary>
    public void Add(LogStatusCodeCount count)
    {
        if (filter.Includes(count.Code))
        {
            CodeCount counted = CountOf(count.Code);
            counted.Count += count.Count;
            counted.Times.Add(count.First);
            counted.Times.Add(count.Last);
        }
    }

    /// <inheritdoc/>
    public ILogCounter Fork() => new StatusCodeCounter(filter);

    /// <inheritdoc/>
    public void Merge(ILogCounter partition)
    {
        var other = (StatusCodeCounter)partition;
        for (int code = 0; code < _codes.Length; code++)
        {
            if (other._codes[code] is CodeCount added)
            {
                CodeCount counted = CountOf(code);
                counted.Count += added.Count;
                counted.Times.Merge(added.Times);
            }
        }
    }

    /// <summary>How many responses were counted.</summary>
    public long Total => _codes.Sum(counted => counted?.Count ?? 0);

    /// <summary>The codes that occurred, ascending.</summary>
    public LogStatusCodeCount[] ToCounts() => ToCounts(Total, group: null);

    /// <summary>The codes that occurred, ascending, as a part of others.</summary>
    /// <param name="total">How many responses there are in all.</param>
    /// <param name="group">What these have in common; null for nothing.</param>
    public LogStatusCodeCount[] ToCounts(long total, string? group) =>
    [
        .. _codes.Select((counted, code) => (Counted: counted!, Code: code))
            .Where(seen => seen.Counted is not null)
            .Select(seen => new LogStatusCodeCount
            {
                Code = seen.Code,
                Group = group,
                Count = seen.Counted.Count,
                Percent = 100.0 * seen.Counted.Count / total,
                First = seen.Counted.Times.First,
                Last = seen.Counted.Times.Last,
            }),
    ];

    private CodeCount CountOf(int code) => _codes[code] ??= new CodeCount();

    private sealed class CodeCount
    {
        public long Count;
        public TimeRange Times;
    }
}
