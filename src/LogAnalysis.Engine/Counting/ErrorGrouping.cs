using System.Globalization;
using LogAnalysis.Formats;

namespace LogAnalysis.Counting;

/// <summary>Counts entries by what they have in common.</summary>
/// <param name="key">What that is.</param>
/// <param name="minimumLevel">The least serious level that counts.</param>
internal sealed class ErrorGrouping(ErrorGroupKey key, LogLevel minimumLevel) : ILogSink
{
    private readonly PatternTable? _patterns = key == ErrorGroupKey.Pattern ? new PatternTable() : null;
    private readonly Dictionary<string, GroupTally> _groups = new(StringComparer.Ordinal);
    private EntryOrigin? _withoutMessage;

    /// <summary>How many entries were counted.</summary>
    public long Count { get; private set; }

    /// <inheritdoc/>
    public void Add(in LogLine line)
    {
        if (line.IsContinuation)
        {
            if (line.Fields.CompletesEntry && _withoutMessage is EntryOrigin origin)
            {
                _withoutMessage = null;
                Add(in origin, in line);
            }

            return;
        }

        _withoutMessage = null;
        if (line.Level >= minimumLevel)
        {
            EntryOrigin origin = EntryOrigin.Of(in line);
            if (_patterns is not null && line.Fields.MessageFollows)
            {
                _withoutMessage = origin;
            }
            else
            {
                Add(in origin, in line);
            }
        }
    }

    /// <summary>The groups, the largest first, then by name.</summary>
    public IEnumerable<LogErrorGroup> ToGroups() => _patterns is not null ? _patterns.ToGroups() : _groups
        .Select(group => group.Value.ToGroup(group.Key, Count))
        .OrderByDescending(group => group.Count)
        .ThenBy(group => group.Name, StringComparer.Ordinal);

    private void Add(in EntryOrigin origin, in LogLine line)
    {
        string? name = key switch
        {
            ErrorGroupKey.Level => line.Level.ToString(),
            ErrorGroupKey.Path => line.Path,
            ErrorGroupKey.StatusCode => line.Fields.Status > 0 ? line.Fields.Status.ToString(CultureInfo.InvariantCulture) : null,
            _ => null,
        };
        GroupTally? tally = _patterns is not null ? _patterns.TallyOf(MessageMask.Apply(in line)) : name is not null ? TallyOf(name) : null;
        if (tally is not null)
        {
            Count++;
            tally.Add(in origin, in line);
        }
    }

    private GroupTally TallyOf(string name)
    {
        if (!_groups.TryGetValue(name, out GroupTally? tally))
        {
            _groups.Add(name, tally = new GroupTally());
        }

        return tally;
    }
}
