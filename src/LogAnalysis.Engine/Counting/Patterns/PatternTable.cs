namespace LogAnalysis.Counting;

/// <summary>
/// Message patterns with what is counted of each. Messages are kept by their masks, at most <see cref="BoundedGroups.Capacity"/> different ones for long;
/// which of those are of one kind is found out when somebody asks. So the answer does not depend on the order of messages or on how
/// they were split, and tables add up exactly, as long as there are not more masks than that.
/// </summary>
internal sealed class PatternTable
{
    /// <summary>The name of what was given up.</summary>
    public const string Others = "(other messages)";

    private readonly BoundedGroups _masks = new(nameof(ErrorGroupKey.Pattern), Others, masks => MergeBy(masks, pattern => pattern));

    /// <summary>Where to count messages with a mask.</summary>
    /// <param name="mask">The masked message, as <see cref="MessageTemplate"/> writes it.</param>
    public GroupCounter GroupOf(string mask) => _masks.GroupOf(mask);

    /// <summary>Adds what was counted elsewhere.</summary>
    /// <param name="masks">Groups that are named by their masks, or by <see cref="Others"/>.</param>
    public void Add(IEnumerable<LogErrorGroup> masks)
    {
        foreach (LogErrorGroup group in masks)
        {
            _masks.Add(group);
        }
    }

    /// <summary>Adds what another table has counted.</summary>
    public void Merge(PatternTable other) => _masks.Merge(other._masks);

    /// <summary>The masks with their counts, the most frequent first, then by name; what was given up last. No more than <see cref="BoundedGroups.Capacity"/>.</summary>
    public LogErrorGroup[] ToMasks() => _masks.ToGroups();

    /// <summary>The patterns, the most frequent first, then by name; what was given up last.</summary>
    public LogErrorGroup[] ToGroups() => _masks.ToGroups(MergeBy(_masks.Kept, PatternToken.Show));

    private static Dictionary<string, GroupCounter> MergeBy(Dictionary<string, GroupCounter> groups, Func<string, string> nameOf)
    {
        Dictionary<string, GroupCounter> merged = new(StringComparer.Ordinal);
        string[] masks = [.. groups.Keys];
        string[] patterns = PatternClusters.Find(masks);
        for (int i = 0; i < masks.Length; i++)
        {
            string name = nameOf(patterns[i]);
            if (!merged.TryGetValue(name, out GroupCounter? sum))
            {
                merged.Add(name, sum = new GroupCounter());
            }

            GroupCounter counter = groups[masks[i]];
            sum.Add(counter.ToGroup(masks[i], counter.Count));
        }

        return merged;
    }
}
