using LogAnalysis.Model;

namespace LogAnalysis.Counting;

/// <summary>Counts entries in groups that have something in common.</summary>
internal interface IGroupCounter : ILogCounter
{
    /// <summary>What entries are grouped by, as groups tell it.</summary>
    string By { get; }

    /// <summary>Whether responses can be added of which the lines are not at hand.</summary>
    bool TakesResponses { get; }

    /// <summary>Adds such a response.</summary>
    void Add(LogStatusCode response);

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
