namespace LogAnalysis.Views.Dashboard;

/// <summary>The first lines: which logs, of when, how many entries, how many of them bad.</summary>
internal static class Heading
{
    private const string Apart = "   ";

    /// <summary>Draws them.</summary>
    public static IEnumerable<Row> Draw(LogReport report, Canvas canvas, string location)
    {
        string formats = Cells.Cut(ConsoleText.Join(report.Formats) ?? string.Empty, canvas.Width / 3);
        yield return canvas.NewRow().Add(Paths(report, canvas.Width - formats.Length - Apart.Length, location), Ink.Strong).AddUpTo(canvas.Width, formats, Ink.Faint);

        string size = $"{Amounts.Count(report.Lines, "line", "lines")}, {Amounts.Bytes(report.Bytes)}";
        yield return canvas.NewRow().Add(Span(report)).AddUpTo(canvas.Width, size, Ink.Faint);
        yield return Totals(report, canvas);
    }

    private static string Paths(LogReport report, int width, string location)
    {
        if (report.Paths.Length == 0)
        {
            return "Log lines";
        }

        string all = ConsoleText.JoinPaths(report.Paths, location)!;
        if (Cells.Width(all) <= width)
        {
            return all;
        }

        string more = report.Paths.Length > 1 ? $" and {report.Paths.Length - 1} more" : string.Empty;
        return Cells.CutStart(ConsoleText.Relative(report.Paths[0], location)!, width - more.Length) + more;
    }

    private static string Span(LogReport report)
    {
        if (report is not { From: DateTimeOffset from, To: DateTimeOffset to })
        {
            return "no times";
        }

        string end = from.Date == to.Date ? ConsoleText.Time(to)[11..] : ConsoleText.Time(to);
        return $"{ConsoleText.Time(from)} to {end} ({Amounts.Span(to - from)})";
    }

    private static Row Totals(LogReport report, Canvas canvas)
    {
        Row row = canvas.NewRow().Add(Amounts.Count(report.Entries, "entry", "entries"));
        string rate = Amounts.Rate(report.Entries, (report.To - report.From).GetValueOrDefault());
        row.Add(rate.Length > 0 ? $", {rate}" : string.Empty);
        Add(row, report.Errors, report, "error", "errors", Ink.Error);
        Add(row, report.Warnings, report, "warning", "warnings", Ink.Warning);
        return report.Unparsed > 0 ? row.Add(Apart).Add($"{Amounts.Count(report.Unparsed)} in no known format", Ink.Faint) : row;
    }

    private static void Add(Row row, long count, LogReport report, string one, string several, Ink ink) =>
        row.Add(Apart).Add(
            count == 0 ? $"no {several}" : $"{Amounts.Count(count, one, several)} ({ConsoleText.Percent(100.0 * count / Math.Max(report.Entries, 1))})",
            count == 0 ? Ink.None : ink);
}
