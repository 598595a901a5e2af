namespace LogAnalysis.Reporting;

/// <summary>
/// Writes a report as CSV: one table per section, always all of them and in this order. A section is a line with its name, a line with the
/// names of its columns, and its rows; an empty line separates it from the next. The columns are the properties of what the section lists.
/// </summary>
internal static class CsvReport
{
    /// <summary>Writes a report.</summary>
    public static void Write(LogReport report, TextWriter output)
    {
        var csv = new CsvTables(output);
        csv.Write("Summary", ["Property", "Value"], Figures(report));
        csv.Write("Findings", report.Findings);
        csv.Write("Notes", ["Text"], report.Notes.Select(note => (object?[])[note]));
        csv.Write("Files", report.Files);
        csv.Write("Levels", report.Levels);

        // What they are grouped by is the same for all of them, and statuses are not grouped.
        csv.Write("ErrorPatterns", report.ErrorPatterns, except: nameof(LogErrorGroup.By));
        csv.Write("WarningPatterns", report.WarningPatterns, except: nameof(LogErrorGroup.By));
        csv.Write("Exceptions", report.Exceptions, except: nameof(LogErrorGroup.By));
        csv.Write("StatusCodes", report.StatusCodes, except: nameof(LogStatusCodeCount.Group));
        csv.Write("Timeline", report.Timeline);
        csv.Write("Hours", report.Hours);
        csv.Write("TopUrls", report.TopUrls);
        csv.Write("FailingUrls", report.FailingUrls);
        csv.Write("SlowestUrls", report.SlowestUrls);
        csv.Write("TopMethods", report.TopMethods);
        csv.Write("Protocols", report.Protocols);
        csv.Write("UserAgents", report.UserAgents);
        csv.Write("TopClients", report.TopClients);
        csv.Write("ResponseTime", report.ResponseTime is null ? [] : (LogPercentiles[])[report.ResponseTime]);
    }

    /// <summary>The properties that are single values; the formats are few enough to be one.</summary>
    private static IEnumerable<object?[]> Figures(LogReport report) => typeof(LogReport).GetProperties()
        .Where(property => property.PropertyType.IsValueType || property.PropertyType == typeof(string) || property.Name == nameof(LogReport.Formats))
        .Select(property => (object?[])[property.Name, property.GetValue(report)]);
}
