using System.Globalization;
using LogAnalysis.Reporting;

namespace LogAnalysis.Views.Dashboard;

/// <summary>What occurred most, line by line.</summary>
internal static class TopList
{
    private const int MinCountWidth = 6;
    private const int PercentWidth = 7;

    /// <summary>Narrower lists are without per cents.</summary>
    private const int WidthWithPercent = 50;

    /// <summary>Errors by their pattern, the most serious first, with the time of the last.</summary>
    public static IEnumerable<Row> Errors(LogReport report, Canvas canvas, int count) => Groups("Errors", report.ErrorPatterns, report, canvas, count);

    /// <summary>Errors by their exception, in the same way.</summary>
    public static IEnumerable<Row> Exceptions(LogReport report, Canvas canvas, int count) => Groups("Exceptions", report.Exceptions, report, canvas, count);

    /// <summary>Warnings by their pattern, in the same way.</summary>
    public static IEnumerable<Row> Warnings(LogReport report, Canvas canvas, int count) => Groups("Warnings", report.WarningPatterns, report, canvas, count);

    /// <summary>What was asked for, with the 95th percentile of how long it took where that is known.</summary>
    public static IEnumerable<Row> Urls(LogReport report, Canvas canvas, int count) => Draw(
        "Endpoints",
        "P95",
        [.. report.TopUrls.Select(url => new Item(url.Name, url.Count, url.Percent, url.Errors > 0 ? TextStyle.Error : TextStyle.None, url.P95 is TimeSpan time ? DisplayFormat.Duration(time) : string.Empty))],
        count,
        canvas);

    /// <summary>Who asked.</summary>
    public static IEnumerable<Row> Clients(LogReport report, Canvas canvas, int count) => Draw(
        "Clients",
        string.Empty,
        [.. report.TopClients.Select(client => new Item(client.Client, client.Count, client.Percent, client.Errors > 0 ? TextStyle.Error : TextStyle.None, string.Empty))],
        count,
        canvas);

    private static IEnumerable<Row> Groups(string title, LogErrorGroup[] groups, LogReport report, Canvas canvas, int count)
    {
        bool oneDay = report.From?.Date == report.To?.Date;
        IEnumerable<LogErrorGroup> ordered = groups.OrderByDescending(group => group.Level).ThenByDescending(group => group.Count);
        return Draw(
            title,
            "last",
            [.. ordered.Select(group => new Item(group.Name, group.Count, group.Percent, Palette.Of(group.Level), Last(group.Last, oneDay)))],
            count,
            canvas);
    }

    /// <summary>The first items, and how many more there are: both together take as many lines as there may be.</summary>
    private static IEnumerable<Row> Draw(string title, string endTitle, Item[] items, int count, Canvas canvas)
    {
        if (items.Length == 0)
        {
            yield break;
        }

        int countWidth = Math.Max(items.Max(item => DisplayFormat.Count(item.Count).Length), MinCountWidth);
        int endWidth = items.Max(item => item.End.Length);
        Row head = canvas.Title(title);
        yield return endWidth > 0 ? head.AddUpTo(canvas.Width - endWidth + endTitle.Length, endTitle, TextStyle.Faint) : head;
        int shown = items.Length <= count ? items.Length : count - 1;
        foreach (Item item in items.Take(shown))
        {
            Row row = canvas.NewRow().AddRight(DisplayFormat.Count(item.Count), countWidth, item.Style);
            if (canvas.Width >= WidthWithPercent)
            {
                row.AddRight(ConsoleText.Percent(item.Percent), PercentWidth);
            }

            int room = canvas.Width - row.Width - 2 - (endWidth > 0 ? endWidth + 2 : 0);
            row.Add("  ").AddLeft(ConsoleText.Escape(item.Name)!, room);
            yield return endWidth > 0 ? row.Add("  ").AddRight(item.End, endWidth, TextStyle.Faint) : row;
        }

        if (shown < items.Length)
        {
            yield return canvas.NewRow().AddRight($"+{items.Length - shown}", countWidth, TextStyle.Faint).Add(" more", TextStyle.Faint);
        }
    }

    private static string Last(DateTimeOffset? time, bool oneDay) =>
        time?.ToString(oneDay ? "HH:mm:ss" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? string.Empty;

    private readonly record struct Item(string Name, long Count, double Percent, TextStyle Style, string End);
}
