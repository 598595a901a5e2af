namespace LogAnalysis.Reporting;

/// <summary>
/// Writes a report as CSV: one table a section, one beneath another, always all of them and in this order. A section is a line with its
/// name, a line with the names of its columns, and its rows; an empty line parts it from the next. No cell holds a line end, so lines are rows.
/// </summary>
internal static class CsvReport
{
    /// <summary>Writes a report.</summary>
    public static void Write(LogReport report, TextWriter output)
    {
        var csv = new CsvTables(output);
        WriteSummary(csv, report);
        csv.Begin("Files", "Path");
        csv.Rows(report.Paths, path => [path]);
        csv.Begin("Levels", "Level", "Count");
        csv.Rows(report.Levels, level => [level.Level, level.Count]);
        csv.Begin("ErrorPatterns", "Name", "Count", "Percent", "Level", "First", "Last", "Example", "Paths");
        csv.Rows(report.ErrorPatterns, group =>
            [group.Name, group.Count, group.Percent, group.Level, group.First, group.Last, group.Example, string.Join(", ", group.Paths)]);
        csv.Begin("StatusCodes", "Code", "Class", "Reason", "Count", "Percent", "First", "Last");
        csv.Rows(report.StatusCodes, code => [code.Code, code.Class, code.Reason, code.Count, code.Percent, code.First, code.Last]);
        csv.Begin("Timeline", "Start", "Entries", "Errors", "Warnings", "Successes", "Redirects", "ClientErrors", "ServerErrors");
        csv.Rows(report.Timeline, bucket =>
        [
            bucket.Start, bucket.Entries, bucket.Errors, bucket.Warnings, bucket.Successes, bucket.Redirects, bucket.ClientErrors, bucket.ServerErrors,
        ]);
        WriteTop(csv, "TopUrls", report.TopUrls);
        WriteTop(csv, "TopClients", report.TopClients);
        csv.Begin("ResponseTime", "Count", "P50", "P90", "P95", "P99", "Max");
        LogPercentiles[] times = report.ResponseTime is null ? [] : [report.ResponseTime];
        csv.Rows(times, time => [time.Count, time.P50, time.P90, time.P95, time.P99, time.Max]);
    }

    private static void WriteSummary(CsvTables csv, LogReport report)
    {
        csv.Begin("Summary", "Property", "Value");
        (string Name, object? Value)[] properties =
        [
            ("Formats", string.Join(", ", report.Formats)),
            ("From", report.From),
            ("To", report.To),
            ("Bytes", report.Bytes),
            ("Lines", report.Lines),
            ("Entries", report.Entries),
            ("Errors", report.Errors),
            ("Warnings", report.Warnings),
            ("ErrorRate", report.ErrorRate),
            ("Unparsed", report.Unparsed),
            ("BucketSize", report.BucketSize),
            ("ResponseBytes", report.ResponseBytes),
        ];
        csv.Rows(properties, property => [property.Name, property.Value]);
    }

    private static void WriteTop(CsvTables csv, string name, LogTopValue[] values)
    {
        csv.Begin(name, "Value", "Count", "Percent", "MaxUndercount");
        csv.Rows(values, value => [value.Value, value.Count, value.Percent, value.MaxUndercount]);
    }
}
