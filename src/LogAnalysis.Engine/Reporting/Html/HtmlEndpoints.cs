using System.Xml.Linq;
using static LogAnalysis.Reporting.HtmlFigures;
using static LogAnalysis.Reporting.HtmlTable;

namespace LogAnalysis.Reporting;

/// <summary>What was asked for, what failed and what was slow, and who asked. A column that would be empty is left out, and so is a table.</summary>
internal static class HtmlEndpoints
{
    private static readonly UrlColumn Requests = new("Requests", _ => true, url => CountCell(url.Count));
    private static readonly UrlColumn Share = new("Share", _ => true, url => ShareCell(url.Percent, "other"));
    private static readonly UrlColumn ClientErrors = new("4xx", url => url.ClientErrors > 0, url => ErrorCell(url.ClientErrors, "ClientErrors", "warning"));
    private static readonly UrlColumn Errors = new("5xx", url => url.Errors > 0, url => ErrorCell(url.Errors, "Errors", "error"));
    private static readonly UrlColumn FailedShare = new("Failed", _ => true, url => new XElement("td", Class("number"), DisplayFormat.Percent(100.0 * (url.Errors + url.ClientErrors) / url.Count)));
    private static readonly UrlColumn P50 = new("P50", url => url.P50 is not null, url => TimeCell(url.P50, "P50"));
    private static readonly UrlColumn P95 = new("P95", url => url.P95 is not null, url => TimeCell(url.P95, "P95"));
    private static readonly UrlColumn Max = new("Max", url => url.Max is not null, url => TimeCell(url.Max, "Max"));
    private static readonly UrlColumn Sent = new("Sent", url => url.Bytes is not null, url => new XElement("td", Class("number"), url.Bytes is long bytes ? Figure("Bytes", bytes, DisplayFormat.Bytes(bytes)) : null));

    public static XElement? Top(LogReport report) => Urls("TopUrls", "Endpoints", Caption($"Those that were asked for most{CutText.Of(report.TopUrls.Length, report.UrlCount)}", report.TopUrls), report.TopUrls, Requests, Share, ClientErrors, Errors, P50, P95, Max, Sent);

    public static XElement? Failing(LogReport report) =>
        Urls("FailingUrls", "Failing endpoints", "Those with the most responses of 5xx, then of 4xx", report.FailingUrls, Errors, ClientErrors, FailedShare, Requests);

    /// <summary>Nothing where all of them are among those that were asked for most: that table has their times.</summary>
    public static XElement? Slowest(LogReport report) => !report.SlowestUrls.Select(url => url.Name).Except(report.TopUrls.Select(url => url.Name)).Any() ? null : Urls("SlowestUrls", "Slowest endpoints", "Those with the highest P95, of ten requests or more", report.SlowestUrls, P95, P50, Max, Requests);

    public static XElement? Clients(LogReport report)
    {
        LogClientCount[] clients = report.TopClients;
        long undercount = clients.Select(client => client.MaxUndercount).DefaultIfEmpty().Max();
        bool hasClientErrors = clients.Any(client => client.ClientErrors > 0);
        bool hasErrors = clients.Any(client => client.Errors > 0);
        return clients.Length == 0 ? null : Section("TopClients", "Clients", Wide(Table(
            Undercount("Those that asked most", undercount),
            ["Client", "Requests", "Share", .. hasClientErrors ? ["4xx"] : (string[])[], .. hasErrors ? ["5xx"] : (string[])[]],
            clients.Select((client, index) => Row(
                RowName("TopClients", index),
                Head(Class("value"), client.Client),
                CountCell(client.Count),
                ShareCell(client.Percent, "other"),
                hasClientErrors ? ErrorCell(client.ClientErrors, "ClientErrors", "warning") : null,
                hasErrors ? ErrorCell(client.Errors, "Errors", "error") : null)))));
    }

    private static XElement? Urls(string name, string title, string caption, LogUrlCount[] urls, params UrlColumn[] columns)
    {
        UrlColumn[] shown = [.. columns.Where(column => urls.Any(column.IsKnown))];
        return urls.Length == 0 ? null : Section(name, title, Wide(Table(
            caption,
            ["Endpoint", .. shown.Select(column => column.Label)],
            urls.Select((url, index) => Row(RowName(name, index), Endpoint(url), shown.Select(column => column.Cell(url)))))));
    }

    private static XElement Endpoint(LogUrlCount url) => Head(Class("value pattern"), url.Method is null ? null : new XElement("b", url.Method + " "), HtmlPatterns.Highlight(url.Url));

    private static string Caption(string text, LogUrlCount[] urls) => Undercount(text, urls.Select(url => url.MaxUndercount).DefaultIfEmpty().Max());

    private static string Undercount(string text, long undercount) => undercount == 0 ? text : $"{text}; each count may be up to {DisplayFormat.Count(undercount)} too low";

    private static XElement TimeCell(TimeSpan? time, string name) => new("td", Class("number"), time is TimeSpan known ? Figure(name, known.TotalMilliseconds, DisplayFormat.Duration(known)) : null);
}
