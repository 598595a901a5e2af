using System.Text;
using LogAnalysis.Model;
using LogAnalysis.Querying;

namespace LogAnalysis.Counting;

/// <summary>How often each HTTP status occurs, by the values of fields.</summary>
/// <param name="selection">The fields.</param>
/// <param name="filter">Which statuses are wanted.</param>
internal sealed class StatusCodeGrouping(FieldSelection selection, StatusCodeFilter filter) : ILogCounter
{
    /// <summary>Responses of further values are counted together.</summary>
    private const int MaxGroups = 1000;

    private readonly FieldLookup _lookup = new(selection.By);
    private readonly GroupKey _key = new();
    private readonly BoundedCounters<StatusCodeCounter> _groups = new(MaxGroups, () => new StatusCodeCounter(filter));

    /// <inheritdoc/>
    public void Add(in LogLine line)
    {
        if (filter.Includes(line.Fields.Status))
        {
            _lookup.Read(in line);
            selection.Census.Note(_lookup.Found, in line);
            _key.Read(_lookup.Found, first: 0);
            _groups.Of(Encoding.UTF8.GetString(_key.Text)).Add(in line);
        }
    }

    /// <inheritdoc/>
    public ILogCounter Fork() => new StatusCodeGrouping(selection, filter);

    /// <inheritdoc/>
    public void Merge(ILogCounter partition)
    {
        foreach ((string name, StatusCodeCounter counter) in ((StatusCodeGrouping)partition)._groups.All)
        {
            _groups.Of(name).Merge(counter);
        }
    }

    /// <summary>The codes that occurred in each group: by code, the largest groups first, then by name.</summary>
    public IEnumerable<LogStatusCodeCount> ToCounts()
    {
        long total = _groups.All.Values.Sum(group => group.Total);
        return _groups.All.SelectMany(group => group.Value.ToCounts(total, group.Key))
            .OrderBy(count => count.Code)
            .ThenByDescending(count => count.Count)
            .ThenBy(count => count.Group, StringComparer.Ordinal);
    }
}
