using LogAnalysis.Model;

namespace LogAnalysis.Counting;

/// <summary>Counts entries in groups that have something in common.</summary>
internal interface IGroupCounter : ILogCounter
{
    /// <summary>What entries are grouped by, as groups tell it.</summary>
    string By { get; }

    /// <summary>Adds a response whose line is not at hand.</summary>
    /// <returns>Whether it tells what entries are grouped by.</returns>
    bool TryAdd(LogStatusCode response);

    /// <summary>Adds a group that was counted elsewhere by the same.</summary>
    void Add(LogErrorGroup group);

    /// <summary>The groups, the largest first, then by name.</summary>
    IEnumerable<LogErrorGroup> ToGroups();

    /// <summary>The same, of a window of time.</summary>
    IEnumerable<LogErrorGroup> ToGroups(TimeWindow window) => ToGroups().Select(group =>
    {
        group.WindowStart = window.Start;
        return group;
    });
}
