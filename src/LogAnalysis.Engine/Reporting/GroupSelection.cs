using LogAnalysis.Counting;

namespace LogAnalysis.Reporting;

/// <summary>Chooses which groups of errors a report shows.</summary>
/// <param name="top">How many.</param>
/// <param name="shown">What to show for each name under which a file is counted.</param>
/// <param name="timeline">The timeline of the report.</param>
internal sealed class GroupSelection(int top, Func<string, string> shown, TimelineView timeline)
{
    private readonly long[] _starts = TimelineLayout.StartsOf(timeline.Buckets);

    /// <summary>The most frequent groups. Critical ones, which are often the rarest, have up to half of the places even so.</summary>
    public LogErrorGroup[] Select(LogErrorGroup[] groups)
    {
        IEnumerable<LogErrorGroup> critical = groups.Where(group => group.Level == LogLevel.Critical).Take(top / 2);
        HashSet<LogErrorGroup> selected = [.. critical.Concat(groups).Distinct().Take(top)];
        return [.. groups.Where(selected.Contains).Select(group => group.WithPaths([.. group.Paths.Select(shown).Order(StringComparer.Ordinal)], TimelineOf(group)))];
    }

    private long[] TimelineOf(LogErrorGroup group) => group.Occurrences?.In(_starts, (long)timeline.BucketSize.TotalSeconds) ?? [];
}
