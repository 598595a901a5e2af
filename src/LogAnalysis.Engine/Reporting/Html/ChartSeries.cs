namespace LogAnalysis.Reporting;

/// <summary>One of the parts that the columns of a chart are stacked of.</summary>
/// <param name="Label">Its name in the key.</param>
/// <param name="Kind">The class that gives it its colour.</param>
/// <param name="CountOf">How much of it a column has.</param>
internal sealed record ChartSeries(string Label, string Kind, Func<LogTimeBucket, long> CountOf);
