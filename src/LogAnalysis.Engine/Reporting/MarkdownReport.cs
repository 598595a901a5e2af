using System.Globalization;
using static LogAnalysis.Reporting.DisplayFormat;
using static LogAnalysis.Reporting.MarkdownText;

namespace LogAnalysis.Reporting;

/// <summary>
/// Writes a report as Markdown, short enough for a pull request or a chat: key figures, small tables, the timeline as a line of block
/// characters. All text from a log is in code spans. Times are in the zone of the earliest. Empty sections are left out.
/// </summary>
internal static class MarkdownReport
{
    private const int MaxFiles = 5;
    private const int MaxAgents = 10;
    private const int TimelineWidth = 60;

    /// <summary>Writes a report.</summary>
    public static void Write(LogReport report, TextWriter output)
    {
        var markdown = new MarkdownTables(output);
        TimeSpan zone = report.From?.Offset ?? TimeSpan.Zero;
        output.Write("# Log report\n\n");
        Array.ForEach(report.Findings, finding => output.Write(DescribeFinding(finding)));
        WriteFigures(markdown, report, zone);
        WriteTimeline(markdown, report, zone);
        markdown.Table("Levels", report.Levels, ["Level", "Count"], level => [level.Level.ToString(), Count(level.Count)]);
        WriteGroups(markdown, "Errors", "Pattern", report, report.ErrorPatterns, report.ErrorPatternCount);
        WriteGroups(markdown, "Warnings", "Pattern", report, report.WarningPatterns, report.WarningPatternCount);
        WriteGroups(markdown, "Exceptions", "Exception", report, report.Exceptions, report.ExceptionCount);
        markdown.Table("HTTP statuses", report.StatusCodes, ["Status", "Count", "Share", "First", "Last"], code =>
            [$"{code.Code} {code.Reason}".TrimEnd(), Count(code.Count), Percent(code.Percent), TimeIn(code.First, zone), TimeIn(code.Last, zone)]);
        WriteUrls(markdown, "Endpoints" + CutText.Of(report.TopUrls.Length, report.UrlCount), report.TopUrls);
        WriteUrls(markdown, "Failing endpoints", report.FailingUrls);
        WriteUrls(markdown, "Slowest endpoints", report.SlowestUrls);
        markdown.Table("Clients", report.TopClients, ["Requests", "Share", "4xx", "5xx", "Client"], client =>
            [Count(client.Count), Percent(client.Percent), Count(client.ClientErrors), Count(client.Errors), Cell(client.Client)]);
        LogUserAgentCount[] agents = [.. report.UserAgents.Take(MaxAgents)];
        markdown.Table("User agents" + CutText.Of(agents.Length, report.UserAgents.Length), agents, ["Requests", "Share", "5xx", "User agent"], agent =>
            [Count(agent.Count), Percent(agent.Percent), Count(agent.Errors), Cell(agent.Family) + (agent.IsBot ? " (bot)" : string.Empty)]);
        WriteFiles(markdown, report, zone);
        LogPercentiles[] times = report.ResponseTime is null ? [] : [report.ResponseTime];
        markdown.Table("Response times", times, ["Responses", "Half within", "90% within", "95% within", "99% within", "Longest"], time =>
            [Count(time.Count), Duration(time.P50), Duration(time.P90), Duration(time.P95), Duration(time.P99), Duration(time.Max)]);
    }

    /// <summary>The finding in bold, and what comes from the log in a code span.</summary>
    private static string DescribeFinding(LogFinding finding)
    {
        string cause = finding.Cause is null ? string.Empty : $", {(finding.CauseCount == finding.Count ? "all" : "mostly")} {Code(finding.Cause)}";
        return $"**{finding.Summary}**{cause}\n\n";
    }

    private static void WriteFigures(MarkdownTables markdown, LogReport report, TimeSpan zone)
    {
        markdown.Item("Time", report is { From: DateTimeOffset from, To: DateTimeOffset to }
            ? string.Create(CultureInfo.InvariantCulture, $"{TimeIn(from, zone)} to {TimeIn(to, zone)}, UTC{from:zzz}")
            : "unknown");
        markdown.Item("Entries", $"{Count(report.Entries)} in {Count(report.Lines)} lines, {Bytes(report.Bytes)}");
        foreach (ReportCount count in ReportCounts.WithNoun(report))
        {
            // Short enough for a chat: only errors have their share.
            string share = count.Level >= LogLevel.Error ? $" ({Percent(count.PercentOf(report))} of entries)" : string.Empty;
            markdown.Item(count.Label, count.Format(count.Of(report)) + share);
        }

        if (report.ResponseBytes is long bytes)
        {
            markdown.Item("Sent", Bytes(bytes));
        }

        if (report.Protocols.Length > 0)
        {
            markdown.Item("Protocols", string.Join(", ", report.Protocols.Select(protocol => $"{Code(protocol.Value)} {Percent(protocol.Percent)}")));
        }

        if (report.Formats.Length > 0)
        {
            markdown.Item("Formats", string.Join(", ", report.Formats.Select(Code)));
        }

        if (report.Paths.Length > 0)
        {
            string more = report.Paths.Length > MaxFiles ? $" and {Count(report.Paths.Length - MaxFiles)} more" : string.Empty;
            markdown.Item("Files", string.Join(", ", report.Paths.Take(MaxFiles).Select(Code)) + more);
        }

        Array.ForEach(report.Notes, note => markdown.Item("Note", Code(note)));
        if (report.CreatedAt is DateTimeOffset created)
        {
            markdown.Item("Made", $"{Time(created)}, LogAnalysis {Code(report.ModuleVersion)}: {Code(report.Command)}");
        }

        markdown.CompleteBlock();
    }

    /// <summary>The files with the most errors, where there are several.</summary>
    private static void WriteFiles(MarkdownTables markdown, LogReport report, TimeSpan zone)
    {
        LogFileCount[] files = report.Files.Length < 2 ? [] : [.. report.Files.OrderByDescending(file => file.Errors).Take(MaxFiles)];
        markdown.Table("Files" + CutText.Of(files.Length, files.Length == 0 ? 0 : report.Files.Length), files, ["Entries", "Errors", "Warnings", "Last error", "File"], file =>
            [Count(file.Entries), Count(file.Errors), Count(file.Warnings), TimeIn(file.LastError, zone), Cell(file.Path)]);
    }

    private static void WriteTimeline(MarkdownTables markdown, LogReport report, TimeSpan zone)
    {
        if (report.Timeline.Length == 0)
        {
            return;
        }

        var axis = new TimeAxis(report.Timeline, report.BucketSize, zone, TimelineWidth);
        LogTimeBucket[] columns = axis.Fill(report.Timeline);
        markdown.Heading("Timeline");
        WriteLine("Entries", bucket => bucket.Entries);
        WriteLine("Errors", bucket => bucket.Errors);
        WriteLine("Warnings", bucket => bucket.Warnings);
        markdown.CompleteBlock();

        void WriteLine(string name, Func<LogTimeBucket, long> count)
        {
            LogTimeBucket max = report.Timeline.MaxBy(count)!;
            if (count(max) > 0)
            {
                string line = SparklineText.Draw([.. columns.Select(count)], TimelineWidth);
                markdown.Item(name, $"`{line}` most in {Span(report.BucketSize)}: {Count(count(max))}, at {TimeIn(max.Start, zone)}");
            }
        }
    }

    private static void WriteGroups(MarkdownTables markdown, string title, string column, LogReport report, LogErrorGroup[] groups, long all)
    {
        TimeSpan zone = report.From?.Offset ?? TimeSpan.Zero;
        LogErrorGroup[] ordered = [.. groups.OrderByDescending(group => group.Level)];
        markdown.Table(title + CutText.Of(groups.Length, all), ordered, ["Count", "Share", "Level", "First", "Last", "Trend", column], group =>
        [
            Count(group.Count), Percent(group.Percent), group.Level.ToString(), TimeIn(group.First, zone), TimeIn(group.Last, zone), GroupTrend.Of(group, report) ?? string.Empty, Cell(group.Name),
        ]);
    }

    /// <summary>Endpoints, with how long they took where that is known.</summary>
    private static void WriteUrls(MarkdownTables markdown, string title, LogUrlCount[] urls)
    {
        bool hasTimes = urls.Any(url => url.P95 is not null);
        markdown.Table(title, urls, ["Requests", "Share", "4xx", "5xx", .. hasTimes ? ["P50", "P95", "Max"] : (string[])[], "Endpoint"], url =>
        [
            Count(url.Count), Percent(url.Percent), Count(url.ClientErrors), Count(url.Errors), .. hasTimes ? [TimeOf(url.P50), TimeOf(url.P95), TimeOf(url.Max)] : (string[])[], Cell(url.Name),
        ]);

        static string TimeOf(TimeSpan? time) => time is TimeSpan known ? Duration(known) : string.Empty;
    }

    private static string TimeIn(DateTimeOffset? time, TimeSpan zone) => time is DateTimeOffset known ? Time(InZone(known, zone)) : string.Empty;
}
