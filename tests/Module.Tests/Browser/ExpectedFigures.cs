using LogAnalysis.Reporting;

namespace LogAnalysis.Tests.Browser;

/// <summary>The figures that the page of a report must hold, by the names that it gives them.</summary>
internal static class ExpectedFigures
{
    private static readonly string[] Rows = ["Levels:", "StatusCodes:", "ErrorPatterns:", "WarningPatterns:", "Exceptions:", "TopUrls:", "FailingUrls:", "SlowestUrls:", "TopMethods:", "Protocols:", "UserAgents:", "TopClients:", "Timeline:"];

    /// <summary>The figures of a report.</summary>
    public static Dictionary<string, long> Of(LogReport report)
    {
        var figures = ReportCounts.All.Where(count => count.IsShown(report)).ToDictionary(count => count.Name, count => count.Of(report));
        if (report.ResponseBytes is long bytes)
        {
            figures["ResponseBytes"] = bytes;
        }

        Array.ForEach(report.Levels, level => figures[$"Levels:{level.Level} Count"] = level.Count);
        Array.ForEach(report.StatusCodes, status => figures[$"StatusCodes:{status.Code} Count"] = status.Count);
        Number("ErrorPatterns", report.ErrorPatterns.Select(pattern => pattern.Count));
        Number("WarningPatterns", report.WarningPatterns.Select(pattern => pattern.Count));
        Number("Exceptions", report.Exceptions.Select(exception => exception.Count));
        Number("TopUrls", report.TopUrls.Select(url => url.Count));
        Number("FailingUrls", report.FailingUrls.Select(url => url.Count));
        Number("SlowestUrls", report.SlowestUrls.Select(url => url.Name).Except(report.TopUrls.Select(url => url.Name)).Any() ? report.SlowestUrls.Select(url => url.Count) : []);
        Number("TopMethods", report.TopMethods.Length < 2 ? [] : report.TopMethods.Select(method => method.Count));
        Number("Protocols", report.Protocols.Length < 2 ? [] : report.Protocols.Select(protocol => protocol.Count));
        Number("UserAgents", report.UserAgents.Select(agent => agent.Count));
        Number("TopClients", report.TopClients.Select(client => client.Count));
        Fail("TopUrls", report.TopUrls.Select(url => url.Errors));
        Fail("FailingUrls", report.FailingUrls.Select(url => url.Errors));
        Fail("UserAgents", report.UserAgents.Select(agent => agent.Errors));
        Fail("TopClients", report.TopClients.Select(client => client.Errors));
        for (int i = 0; i < report.Timeline.Length && report.Timeline.Length > 1; i++)
        {
            LogTimeBucket bucket = report.Timeline[i];
            if (bucket.Entries == 0)
            {
                continue;
            }

            figures[$"Timeline:{i} Entries"] = bucket.Entries;
            figures[$"Timeline:{i} Errors"] = bucket.Errors;
            figures[$"Timeline:{i} Warnings"] = bucket.Warnings;
        }

        return figures;

        void Number(string section, IEnumerable<long> counts) => Add(section, "Count", counts.Index());

        // Where nothing failed, the cell is empty.
        void Fail(string section, IEnumerable<long> counts) => Add(section, "Errors", counts.Index().Where(row => row.Item > 0));

        void Add(string section, string figure, IEnumerable<(int Index, long Item)> rows)
        {
            foreach ((int index, long count) in rows)
            {
                figures[$"{section}:{index} {figure}"] = count;
            }
        }
    }

    /// <summary>Whether a figure of the page is one of those. The page has more, such as the statuses of each column.</summary>
    public static bool Covers(string name)
    {
        string figure = name[(name.IndexOf(' ', StringComparison.Ordinal) + 1)..];
        return Rows.Any(row => name.StartsWith(row, StringComparison.Ordinal))
            ? figure is "Count" or "Entries" or "Errors" or "Warnings"
            : name == nameof(LogReport.ResponseBytes) || ReportCounts.All.Any(count => count.Name == name);
    }
}
