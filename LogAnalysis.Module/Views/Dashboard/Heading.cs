using LogAnalysis.Reporting;

namespace LogAnalysis.Views.Dashboard;

/// <summary>The first lines: which logs, of which time, the counts; how long responses took, and how much was sent.</summary>
internal static class Heading
{
    private const string Apart = "   ";

    public static IEnumerable<Row> Draw(LogReport report, Canvas canvas, string location)
    {
        string formats = DisplayWidth.Cut(ConsoleText.Join(report.Formats) ?? string.Empty, canvas.Width / 3);
        yield return canvas.NewRow().Add(Paths(report, canvas.Width - formats.Length - Apart.Length, location), TextStyle.Strong).AddUpTo(canvas.Width, formats, TextStyle.Faint);

        string size = $"{Pluralizer.Count(report.Lines, "line", "lines")}, {DisplayFormat.Bytes(report.Bytes)}";
        yield return canvas.NewRow().Add(Span(report)).AddUpTo(canvas.Width, size, TextStyle.Faint);

        string sent = report.ResponseBytes is long bytes ? $"{DisplayFormat.Bytes(bytes)} sent" : string.Empty;
        yield return report.ResponseTime is null ? Totals(report, canvas).AddUpTo(canvas.Width, sent, TextStyle.Faint) : Totals(report, canvas);
        if (report.ResponseTime is LogPercentiles times)
        {
            yield return canvas.NewRow().Add(DisplayWidth.Cut(Describe(times), canvas.Width)).AddUpTo(canvas.Width, sent, TextStyle.Faint);
        }
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

    private static Row Totals(LogReport report, Canvas canvas)
    {
        string rate = DisplayFormat.Rate(report.Entries, (report.To - report.From).GetValueOrDefault());
        Row row = canvas.NewRow().Add(Pluralizer.Count(report.Entries, "entry", "entries")).Add(rate.Length > 0 ? $", {rate}" : string.Empty);
        foreach (ReportCount count in ReportCounts.WithNoun(report))
        {
            AddPart(row, canvas, Describe(count, report), count.Of(report) > 0 ? Palette.Of(count.Level) : TextStyle.None);
        }

        return row;
    }

    private static string Describe(ReportCount count, LogReport report)
    {
        (string one, string several) = count.Noun!.Value;
        long number = count.Of(report);
        string share = count.HasShare ? $" ({ConsoleText.Percent(count.PercentOf(report))})" : string.Empty;
        return number == 0 ? $"no {several}" : Pluralizer.Count(number, one, several) + share;
    }

    private static void AddPart(Row row, Canvas canvas, string part, TextStyle ink)
    {
        if (row.Width + Apart.Length + part.Length <= canvas.Width)
        {
            row.Add(Apart).Add(part, ink);
        }
    }
}
