namespace LogAnalysis.Reporting.Comparing;

/// <summary>What has changed from one report to another.</summary>
internal static class ReportComparison
{
    private const double Significant = 0.95;

    /// <summary>A rate that rises, or falls, by less than this factor is no change, however certain: with many entries chance is not the measure.</summary>
    private const double MinFactor = 1.2;

    /// <summary>Compares two reports.</summary>
    /// <param name="before">The first report.</param>
    /// <param name="after">The second report.</param>
    /// <returns>Everything that occurs in either: by change, then by kind, the most significant and the most frequent first.</returns>
    /// <exception cref="InvalidDataException">What one of the reports was made of cannot be read.</exception>
    public static IEnumerable<LogReportChange> Compare(LogReport before, LogReport after)
    {
        (TimeSpan old, TimeSpan now) = (LengthOf(before), LengthOf(after));
        double share = old > TimeSpan.Zero && now > TimeSpan.Zero ? now / (old + now) : 0.5;
        return ComparedItems.Of(ReportState.Of(before), ReportState.Of(after))
            .SelectMany(items => Compare(items, share))
            .OrderBy(change => change.Change)
            .ThenBy(change => change.Kind)
            .ThenByDescending(change => change.Significance)
            .ThenByDescending(change => Math.Max(change.Before, change.After))
            .ThenBy(change => change.Name, StringComparer.Ordinal);
    }

    /// <summary>The log time that a report is of: its window, or from its first entry to its last.</summary>
    private static TimeSpan LengthOf(LogReport report) => (report.WindowEnd - report.WindowStart ?? report.To - report.From).GetValueOrDefault();

    private static IEnumerable<LogReportChange> Compare(ComparedItem[] items, double share)
    {
        double[] chance = RateTest.Adjust([.. items.Select(item => RateTest.PValue(item.Before, item.After, share))]);
        return items.Select((item, index) => Describe(item, share, 1 - chance[index]));
    }

    private static LogReportChange Describe(ComparedItem item, double share, double significance)
    {
        double? ratio = item.Before == 0 ? null : item.After / share * (1 - share) / item.Before;
        return new LogReportChange
        {
            Kind = item.Kind,
            Name = item.Name,
            Id = item.Id,
            Change = ChangeOf(item, ratio, significance),
            Before = item.Before,
            After = item.After,
            Ratio = ratio,
            Significance = significance,
            Example = item.Example,
        };
    }

    private static LogChangeType ChangeOf(ComparedItem item, double? ratio, double significance) => ratio switch
    {
        null when item.After > 0 => LogChangeType.New,
        0 => LogChangeType.Gone,
        >= MinFactor when significance >= Significant => LogChangeType.Risen,
        <= 1 / MinFactor when significance >= Significant => LogChangeType.Fallen,
        _ => LogChangeType.Equal,
    };
}
