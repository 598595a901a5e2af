using LogAnalysis.Reporting;

namespace LogAnalysis.Views.Dashboard;

/// <summary>How often each of a few things occurred, with bars.</summary>
internal static class CountBars
{
    private const int PercentWidth = 8;
    private const int MaxBarWidth = 50;

    /// <summary>Entries by level, the most serious first.</summary>
    public static IEnumerable<Row> Levels(LogReport report, Canvas canvas) => Draw(
        "Levels",
        report.Levels.OrderByDescending(level => level.Level).Select(level => (level.Level.ToString(), level.Count, Palette.Of(level.Level), Array.Empty<string>())),
        canvas);

    /// <summary>Responses by class, the worst first, and their codes where there is room.</summary>
    public static IEnumerable<Row> Statuses(LogReport report, Canvas canvas) => Draw(
        "Status",
        report.StatusCodes.GroupBy(code => code.Class, StringComparer.Ordinal).OrderByDescending(group => group.Key, StringComparer.Ordinal)
            .Select(group => (group.Key, group.Sum(code => code.Count), Palette.OfStatus(group.First().Code), Codes(group))),
        canvas);

    private static IEnumerable<Row> Draw(string title, IEnumerable<(string Name, long Count, TextStyle TextStyle, string[] Details)> counts, Canvas canvas)
    {
        (string Name, long Count, TextStyle TextStyle, string[] Details)[] lines = [.. counts];
        if (lines.Length == 0)
        {
            yield break;
        }

        long total = lines.Sum(line => line.Count);
        int nameWidth = lines.Max(line => line.Name.Length);
        int countWidth = lines.Max(line => DisplayFormat.Count(line.Count).Length) + 2;
        int room = canvas.Width - nameWidth - countWidth - PercentWidth - 1;
        int barWidth = Math.Min(lines.Any(line => line.Details.Length > 0) ? room / 2 : room, MaxBarWidth);
        yield return canvas.Title(title);
        foreach ((string name, long count, TextStyle ink, string[] details) in lines)
        {
            double share = (double)count / total;
            Row row = canvas.NewRow().AddLeft(name, nameWidth, ink).AddRight(DisplayFormat.Count(count), countWidth)
                .AddRight(ConsoleText.Percent(100 * share), PercentWidth).Add(" ").Add(Sparkline.Bar(share, barWidth), ink);
            yield return AddDetails(row, details, canvas.Width);
        }
    }

    /// <summary>As many as there is room for, each whole.</summary>
    private static Row AddDetails(Row row, string[] details, int end)
    {
        string before = " ";
        foreach (string detail in details.TakeWhile(detail => row.Width + before.Length + detail.Length <= end))
        {
            row.Add(before).Add(detail, TextStyle.Faint);
            before = ", ";
        }

        return row;
    }

    /// <summary>The codes of a class, the most frequent first.</summary>
    private static string[] Codes(IEnumerable<LogStatusCodeCount> codes) =>
        [.. codes.OrderByDescending(code => code.Count).Select(code => $"{code.Code}: {DisplayFormat.Count(code.Count)}")];
}
