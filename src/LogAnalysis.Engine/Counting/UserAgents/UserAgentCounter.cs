using System.Collections.Concurrent;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Counting;

/// <summary>Requests by the kind of browser or program that made them.</summary>
internal sealed class UserAgentCounter
{
    private readonly ConcurrentBag<UserAgentMemory> _memories;
    private readonly long[] _counts = new long[UserAgentFamilies.Count];
    private readonly long[] _errors = new long[UserAgentFamilies.Count];
    private UserAgentMemory? _memory;

    /// <summary>Counts user agents of a new log.</summary>
    public UserAgentCounter()
        : this([])
    {
    }

    private UserAgentCounter(ConcurrentBag<UserAgentMemory> memories) => _memories = memories;

    /// <summary>A counter of the same log that has counted nothing yet.</summary>
    public UserAgentCounter Fork() => new(_memories);

    /// <summary>Counts the request that a line reports, if it says what it comes from.</summary>
    public void Add(in LogLine line)
    {
        _memory ??= _memories.TryTake(out UserAgentMemory? known) ? known : new UserAgentMemory();
        int family = _memory.FamilyOfTail(line.Plain);
        if (family < 0)
        {
            ByteRange agent = line.Format.FindUserAgent(line.Plain, in line.Fields);
            if (agent.IsEmpty)
            {
                return;
            }

            family = _memory.FamilyOf(agent.Of(line.Plain));
            _memory.KeepTail(line.Plain, agent);
        }

        Add(family, 1, line.Fields.Status >= 500 ? 1 : 0);
    }

    /// <summary>Adds what was counted elsewhere of a kind.</summary>
    public void Add(string family, long count, long errors) => Add(UserAgentFamilies.Find(family), count, errors);

    /// <summary>Adds what a fork has counted, which is not used any more.</summary>
    public void Merge(UserAgentCounter other)
    {
        for (int family = 0; family < _counts.Length; family++)
        {
            Add(family, other._counts[family], other._errors[family]);
        }

        if (other._memory is UserAgentMemory memory)
        {
            other._memory = null;
            _memories.Add(memory);
        }
    }

    /// <summary>The kinds that occurred, the most frequent first.</summary>
    public LogUserAgentCount[] ToCounts()
    {
        long total = _counts.Sum();
        return
        [
            .. Enumerable.Range(0, _counts.Length).Where(family => _counts[family] > 0).Select(family => new LogUserAgentCount
            {
                Family = UserAgentFamilies.At(family).Name,
                IsBot = UserAgentFamilies.At(family).IsBot,
                Count = _counts[family],
                Percent = 100.0 * _counts[family] / total,
                Errors = _errors[family],
            })
            .OrderByDescending(agent => agent.Count)
            .ThenBy(agent => agent.Family, StringComparer.Ordinal),
        ];
    }

    private void Add(int family, long count, long errors)
    {
        _counts[family] += count;
        _errors[family] += errors;
    }
}
