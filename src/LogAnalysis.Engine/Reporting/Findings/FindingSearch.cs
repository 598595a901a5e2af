using LogAnalysis.Counting;

namespace LogAnalysis.Reporting.Findings;

/// <summary>Finds what a reader of a report wants to know first.</summary>
/// <param name="kept">The buckets of the timeline, in the order of time; none is empty.</param>
/// <param name="width">How long each is, in seconds.</param>
/// <param name="offset">The offset of the log.</param>
internal sealed class FindingSearch(LogTimeBucket[] kept, long width, TimeSpan offset)
{
    private const double MinErrorRatio = 3;

    /// <summary>Higher, since warnings come in waves that mean nothing: a scanner that asks for what is not there.</summary>
    private const double MinWarningRatio = 10;

    /// <summary>More incidents than this are told together.</summary>
    private const int MaxApart = 3;

    /// <summary>What stands out; nothing where nothing does.</summary>
    /// <param name="patterns">The errors by their patterns, with when they occurred.</param>
    /// <param name="exceptions">The errors by their exceptions, with when they occurred.</param>
    public LogFinding[] Find(IReadOnlyCollection<LogErrorGroup> patterns, IReadOnlyCollection<LogErrorGroup> exceptions)
    {
        Incident[] errors = new IncidentSearch(kept, width, bucket => bucket.Errors).Find(MinErrorRatio);
        Incident[] warnings = [.. new IncidentSearch(kept, width, bucket => bucket.Warnings).Find(MinWarningRatio).Where(warning => !Array.Exists(errors, error => Overlap(error, warning)))];
        var causes = new CauseSearch(patterns, exceptions);
        return
        [
            .. Describe(errors, LogLevel.Error, "errors", kept.Sum(bucket => bucket.Errors), causes.Find),
            .. Describe(warnings, LogLevel.Warning, "warnings", kept.Sum(bucket => bucket.Warnings), CauseOfWarnings),
        ];
    }

    /// <summary>What accompanies an outage is no news.</summary>
    private static bool Overlap(Incident one, Incident other) => one.From < other.To && other.From < one.To;

    private IEnumerable<LogFinding> Describe(Incident[] incidents, LogLevel level, string noun, long total, Func<Incident, (string Text, long Count)?> causeOf)
    {
        if (incidents.Length == 0)
        {
            return [];
        }

        long rest = kept[^1].Start.ToUnixTimeSeconds() - kept[0].Start.ToUnixTimeSeconds() + width - incidents.Sum(incident => incident.To - incident.From);
        var text = new FindingText(offset, kept[0].Start, kept[^1].Start) { PerSecond = (double)(total - incidents.Sum(incident => incident.Count)) / Math.Max(1, rest) };
        if (incidents.Length > MaxApart)
        {
            return [Create(incidents.MaxBy(incident => incident.Excess)!, level, text.SummarizeSeveral(incidents, noun), causeOf)];
        }

        long end = kept[^1].Start.ToUnixTimeSeconds() + width;
        return incidents.OrderByDescending(incident => incident.Excess).Select(incident =>
            Create(incident, level, text.Summarize(incident, noun, total, isOpen: incident.To >= end), causeOf));
    }

    private LogFinding Create(Incident incident, LogLevel level, string summary, Func<Incident, (string Text, long Count)?> causeOf)
    {
        (string Text, long Count)? cause = causeOf(incident);
        return new LogFinding
        {
            Summary = summary,
            Level = level,
            From = In(incident.From),
            To = In(incident.To),
            Count = incident.Count,
            Usual = Math.Round(incident.Usual, 1),
            Cause = cause?.Text,
            CauseCount = cause?.Count ?? 0,
        };
    }

    /// <summary>Warnings of a web server are requests that failed by themselves.</summary>
    private (string Text, long Count)? CauseOfWarnings(Incident incident)
    {
        long requests = kept.Where(bucket => bucket.Start.ToUnixTimeSeconds() is long start && start >= incident.From && start < incident.To).Sum(bucket => bucket.ClientErrors);
        return 2 * requests >= incident.Count ? ("requests with a status of 4xx", Math.Min(requests, incident.Count)) : null;
    }

    private DateTimeOffset In(long second) => DisplayFormat.InZone(TimelineLayout.At(second), offset);
}
