using System.Xml.Linq;
using static LogAnalysis.Reporting.HtmlTable;

namespace LogAnalysis.Reporting;

/// <summary>Which browsers and programs asked, and, apart from them, which robots. Nothing where the log does not have user agents.</summary>
internal static class HtmlUserAgents
{
    /// <summary>More rows than this are of kinds that hardly ever come.</summary>
    private const int MaxRows = 10;

    public static XElement? Build(LogReport report)
    {
        (LogUserAgentCount Agent, int Index)[] all = [.. report.UserAgents.Select((agent, index) => (agent, index))];
        return all.Length == 0 ? null : Section(
            "agents",
            "User agents",
            Kinds("Browsers and programs", "Browser or program", [.. all.Where(item => !item.Agent.IsBot)]),
            Kinds("Bots", "Bot", [.. all.Where(item => item.Agent.IsBot)]));
    }

    private static XElement? Kinds(string caption, string column, (LogUserAgentCount Agent, int Index)[] agents)
    {
        bool hasErrors = agents.Any(item => item.Agent.Errors > 0);
        return agents.Length == 0 ? null : Table(
            $"{caption}, {DisplayFormat.Percent(Math.Min(100, agents.Sum(item => item.Agent.Percent)))} of requests{CutText.Of(Math.Min(MaxRows, agents.Length), agents.Length)}",
            [column, "Requests", "Share", .. hasErrors ? ["5xx"] : (string[])[]],
            agents.Take(MaxRows).Select(item => Row(
                RowName("UserAgents", item.Index),
                Head(item.Agent.Family),
                CountCell(item.Agent.Count),
                ShareCell(item.Agent.Percent, "other"),
                hasErrors ? ErrorCell(item.Agent.Errors, "Errors", "error") : null)));
    }
}
