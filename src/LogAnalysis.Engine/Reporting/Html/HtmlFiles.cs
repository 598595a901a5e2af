using System.Xml.Linq;
using static LogAnalysis.Reporting.HtmlFigures;
using static LogAnalysis.Reporting.HtmlTable;

namespace LogAnalysis.Reporting;

/// <summary>What was read, file by file and machine by machine, and how the report was made.</summary>
internal static class HtmlFiles
{
    /// <summary>More files than this are a list that opens.</summary>
    private const int MaxRows = 10;

    /// <summary>Whether it is a list that has room beside others.</summary>
    public static bool IsShort(LogReport report) => report.Files.Length < 2;

    public static XElement Build(LogReport report)
    {
        XElement formats = new("p", Class("note"), $"Formats: {(report.Formats.Length == 0 ? "none" : string.Join(", ", report.Formats))}");
        if (IsShort(report))
        {
            return Section("files", "Files", formats, new XElement("ul", Class("files"), report.Paths.DefaultIfEmpty("Lines from the pipeline").Select(path => new XElement("li", path))));
        }

        LogFileCount[] files = [.. report.Files.OrderByDescending(file => file.Errors).ThenBy(file => file.Path, StringComparer.Ordinal)];
        return Section("files", "Files", formats, Hosts(report), Wide(Files($"Those with the most errors first{CutText.Of(Math.Min(MaxRows, files.Length), files.Length)}", "Files", files.Take(MaxRows))), Others(files));
    }

    /// <summary>When, where, by which version and by which command the report was made; nothing where it does not say.</summary>
    public static XElement? Origin(LogReport report) => report.CreatedAt is not DateTimeOffset created ? null : new XElement(
        "p",
        Class("origin"),
        "Made ",
        Time(created),
        $" on {report.Host} by LogAnalysis {report.ModuleVersion}: ",
        new XElement("span", Class("value"), report.Command));

    private static XElement Files(string caption, string name, IEnumerable<LogFileCount> files) => Table(
        caption,
        ["File", "Entries", "Errors", "Warnings", "Last error", "From", "To"],
        files.Select((file, index) => Row(
            RowName(name, index),
            Head(Class("value"), file.Path),
            CountCell(file.Entries, "Entries"),
            CountCell(file.Errors, "Errors"),
            CountCell(file.Warnings, "Warnings"),
            new XElement("td", Class("time"), Time(file.LastError)),
            new XElement("td", Class("time"), Time(file.From)),
            new XElement("td", Class("time"), Time(file.To)))));

    private static XElement? Others(LogFileCount[] files) => files.Length <= MaxRows ? null : new XElement(
        "details",
        new XElement("summary", $"{DisplayFormat.Count(files.Length - MaxRows)} more files"),
        new XElement("ul", Class("files"), files.Skip(MaxRows).Select(file => new XElement("li", file.Path + (file.Errors > 0 ? $" ({DisplayFormat.Count(file.Errors)} errors)" : string.Empty)))));

    /// <summary>The sums of each machine, where there are several.</summary>
    private static XElement? Hosts(LogReport report)
    {
        IGrouping<string, LogFileCount>[] hosts = [.. report.Files.Where(file => file.Host is not null).GroupBy(file => file.Host!, StringComparer.OrdinalIgnoreCase)];
        return hosts.Length < 2 ? null : Files("Machines", "Hosts", hosts.Select(host => new LogFileCount
        {
            Path = host.Key,
            Entries = host.Sum(file => file.Entries),
            Errors = host.Sum(file => file.Errors),
            Warnings = host.Sum(file => file.Warnings),
            From = host.Min(file => file.From),
            To = host.Max(file => file.To),
            LastError = host.Max(file => file.LastError),
        }).OrderByDescending(host => host.Errors));
    }
}
