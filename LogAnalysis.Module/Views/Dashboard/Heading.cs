using LogAnalysis.Reporting;
using LogAnalysis.Text;

namespace LogAnalysis.Views.Dashboard;

/// <summary>The first lines: which logs, of which time, the counts; how long responses took, and how much was sent.</summary>
internal static class Heading
{
    private const string Apart = "   ";

    /// <summary>The others are properties of the report.</summary>
    private const int MaxFindings = 2;

    private const int MaxLines = 2;

    public static IEnumerable<Row> Draw(LogReport report, Canvas canvas, string location)
    {
        string formats = DisplayWidth.Cut(ConsoleText.Join(report.Formats) ?? string.Empty, canvas.Width / 3);
        yield return canvas.NewRow().Add(Paths(report, canvas.Width - formats.Length - Apart.Length, location), TextStyle.Strong).AddUpTo(canvas.Width, formats, TextStyle.Faint);

        foreach (Row row in Findings(report, canvas))
        {
            yield return row;
        }

        string size = $"{CountText.Of(report.Lines, "line", "lines")}, {DisplayFormat.Bytes(report.Bytes)}";
        List<Row> rows = [canvas.NewRow().Add(Span(report))];
        AddAtEnd(rows, size, canvas);
        rows.AddRange(Totals(report, canvas));
        if (report.ResponseTime is LogPercentiles times)
        {
            rows.Add(canvas.NewRow().Add(DisplayWidth.Cut(Describe(times), canvas.Width)));
        }

        AddAtEnd(rows, report.ResponseBytes is long bytes ? $"{DisplayFormat.Bytes(bytes)} sent" : string.Empty, canvas);
        foreach (Row row in rows)
        {
            yield return row;
        }
    }

    /// <summary>What stands out; the first in two lines where it needs them.</summary>
    private static IEnumerable<Row> Findings(LogReport report, Canvas canvas)
    {
        foreach (LogFinding finding in report.Findings.Take(MaxFindings))
        {
            foreach (string line in DisplayWidth.Wrap(ConsoleText.Escape(finding.Text)!, canvas.Width, MaxLines))
            {
                yield return canvas.NewRow().Add(line, Palette.Of(finding.Level));
            }
        }
    }

    /// <summary>Adds text at the end of the last line, or of one of its own where there is no room.</summary>
    private static void AddAtEnd(List<Row> rows, string text, Canvas canvas)
    {
        if (text.Length > 0 && rows[^1].Width + Apart.Length + text.Length > canvas.Width)
        {
            rows.Add(canvas.NewRow());
        }

        rows[^1].AddUpTo(canvas.Width, text, TextStyle.Faint);
    }

    private static string Describe(LogPercentiles times) => string.Join(
        Apart,
        "Responses",
        $"P50 {ConsoleText.Duration(times.P50)}",
        $"P90 {ConsoleText.Duration(times.P90)}",
        $"P99 {ConsoleText.Duration(times.P99)}",
        $"longest {ConsoleText.Duration(times.Max)}");

    private static string Paths(LogReport report, int width, string location)
    {
        if (report.Paths.Length == 0)
        {
            return "Log lines";
        }

        string all = ConsoleText.JoinPaths(report.Paths, location)!;
        if (DisplayWidth.Width(all) <= width)
        {
            return all;
        }

        string more = report.Paths.Length > 1 ? $" and {report.Paths.Length - 1} more" : string.Empty;
        return DisplayWidth.CutStart(ConsoleText.Relative(report.Paths[0], location)!, width - more.Length) + more;
    }

    private static string Span(LogReport report)
    {
        if (report is not { From: DateTimeOffset from, To: DateTimeOffset to })
        {
            return "no times";
        }

        string end = from.Date == to.Date ? ConsoleText.Second(to)[11..] : ConsoleText.Second(to);
        return $"{ConsoleText.Second(from)} to {end} ({DisplayFormat.Span(to - from)})";
    }

    private static List<Row> Totals(LogReport report, Canvas canvas)
    {
        string rate = DisplayFormat.Rate(report.Entries, (report.To - report.From).GetValueOrDefault());
        List<Row> rows = [canvas.NewRow().Add(CountText.Of(report.Entries, "entry", "entries")).Add(rate.Length > 0 ? $", {rate}" : string.Empty)];
        foreach (ReportCount count in ReportCounts.WithNoun(report))
        {
            string part = Describe(count, report);
            TextStyle style = count.Of(report) > 0 ? Palette.Of(count.Level) : TextStyle.None;
            if (rows[^1].Width + Apart.Length + part.Length <= canvas.Width)
            {
                rows[^1].Add(Apart).Add(part, style);
            }
            else
            {
                rows.Add(canvas.NewRow().Add(part, style));
            }
        }

        return rows;
    }

    private static string Describe(ReportCount count, LogReport report)
    {
        (string one, string several) = count.Noun!.Value;
        long number = count.Of(report);
        string share = count.HasShare ? $" ({ConsoleText.Percent(count.PercentOf(report))})" : string.Empty;
        return number == 0 ? $"no {several}" : CountText.Of(number, one, several) + share;
    }
}
