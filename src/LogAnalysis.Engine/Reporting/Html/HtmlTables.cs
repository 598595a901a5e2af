using System.Globalization;
using System.Xml.Linq;
using LogAnalysis.Fields;
using static LogAnalysis.Reporting.HtmlFigures;
using static LogAnalysis.Reporting.HtmlTable;

namespace LogAnalysis.Reporting;

/// <summary>The tables of the page. One that would be empty is left out.</summary>
internal static class HtmlTables
{
    public static XElement? Levels(LogReport report) => report.Levels.Length == 0 ? null : Section("levels", "Levels", Table(
        "Entries by level, most frequent first",
        ["Level", "Entries", "Share"],
        report.Levels.Select(level => Row(
            $"Levels:{level.Level}",
            Head(Class($"level {KindOf(level.Level)}"), level.Level.ToString()),
            CountCell(level.Count),
            ShareCell(100.0 * level.Count / report.Entries, KindOf(level.Level))))));

    public static XElement? StatusCodes(LogReport report) => report.StatusCodes.Length == 0 ? null : Section("statuses", "Status codes", Table(
        "Responses by HTTP status",
        ["Status", "Responses", "Share"],
        report.StatusCodes.Select(status =>
        {
            string code = status.Code.ToString(CultureInfo.InvariantCulture);
            string kind = KindOf(LevelRules.OfStatus(status.Code));
            return Row(
                $"StatusCodes:{code}",
                Head(new XElement("span", Class($"code {kind}"), code), " " + status.Reason),
                CountCell(status.Count),
                ShareCell(status.Percent, kind));
        })));

    /// <summary>HTTP methods and versions; nothing where there are not several of either.</summary>
    public static XElement? Methods(LogReport report) => report.TopMethods.Length < 2 && report.Protocols.Length < 2 ? null : Section(
        "methods",
        report.TopMethods.Length < 2 ? "Protocols" : report.Protocols.Length < 2 ? "Methods" : "Methods and protocols",
        Values("TopMethods", "Requests by method", "Method", report.TopMethods),
        Values("Protocols", "Requests by protocol", "Protocol", report.Protocols));

    private static XElement? Values(string name, string caption, string column, LogTopValue[] values) => values.Length < 2 ? null : Table(
        caption,
        [column, "Requests", "Share"],
        values.Select((value, index) => Row(RowName(name, index), Head(Class("value"), value.Value), CountCell(value.Count), ShareCell(value.Percent, "other"))));

    public static XElement? ResponseTimes(LogPercentiles? times)
    {
        if (times is null)
        {
            return null;
        }

        (string Name, string Label, TimeSpan Time)[] steps =
            [("P50", "50 %", times.P50), ("P90", "90 %", times.P90), ("P95", "95 %", times.P95), ("P99", "99 %", times.P99), ("Max", "all", times.Max)];
        return Section("times", "Response times", Table(
            $"Of {DisplayFormat.Count(times.Count)} responses, this share took no longer",
            ["Responses", "Took at most", "Of the longest"],
            steps.Select(step => Row(
                $"ResponseTime:{step.Name}",
                Head(step.Label),
                new XElement("td", Class("number"), Figure(step.Name, step.Time.TotalMilliseconds, DisplayFormat.Duration(step.Time))),
                ShareCell(times.Max == TimeSpan.Zero ? 0 : 100 * (step.Time / times.Max), "other")))));
    }

    /// <summary>The class that gives a level its colour.</summary>
    public static string KindOf(LogLevel level) => level switch
    {
        >= LogLevel.Error => "error",
        LogLevel.Warning => "warning",
        _ => "other",
    };
}
