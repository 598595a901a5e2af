namespace LogAnalysis.Reporting;

/// <summary>Whether errors of a kind began during a report, ended, or go on.</summary>
internal static class GroupTrend
{
    /// <summary>A few errors do not tell.</summary>
    private const long MinCount = 3;

    /// <summary>Silence that is shorter than this part of the report is none.</summary>
    private const double MinShare = 0.1;

    /// <summary>Nor is one of fewer usual distances between two of them.</summary>
    private const double MinDistances = 4;

    /// <summary><c>new</c>, <c>ended</c> or <c>ongoing</c>; null where it cannot be said.</summary>
    public static string? Of(LogErrorGroup group, LogReport report)
    {
        if (group is not { First: DateTimeOffset first, Last: DateTimeOffset last } || report.Timeline.Length == 0 || group.Count < MinCount)
        {
            return null;
        }

        // The bounds of the charts: one wrong time does not make everything new.
        DateTimeOffset from = report.Timeline[0].Start;
        DateTimeOffset latest = report.Timeline[^1].Start;
        DateTimeOffset to = report.To is DateTimeOffset end && end - latest < report.BucketSize ? end : latest;
        TimeSpan silence = Max((to - from) * MinShare, (last - first) / (group.Count - 1) * MinDistances);
        return to - last > silence ? "ended" : first - from > silence ? "new" : "ongoing";
    }

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
