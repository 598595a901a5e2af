using System.Management.Automation;
using LogAnalysis.Objects;
using LogAnalysis.Views.Dashboard;

namespace LogAnalysis.Views;

/// <summary>A report on one screen.</summary>
public static class ReportDashboard
{
    /// <summary>A terminal has 24 lines at the least. Where there is much to tell, two or three more are used rather than leave out a list.</summary>
    private const int MinHeight = 22;

    /// <summary>The prompts before and after the report.</summary>
    private const int PromptHeight = 2;
    private const int MinItems = 3;

    /// <summary>Three lists of this many items, each with its title and a line before it.</summary>
    private const int HeightOfThree = 3 * (MinItems + 2);
    private const int Narrowest = 60;
    private const int UsualWidth = 80;

    /// <summary>From this width on, lists are side by side.</summary>
    private const int Wide = 140;

    /// <summary>Draws a report.</summary>
    /// <param name="report">A <see cref="LogReport"/>, also one that came back from a job or a file.</param>
    /// <param name="width">How many cells a line of the terminal has; 0 if unknown.</param>
    /// <param name="location">The session's current folder.</param>
    /// <param name="style">The value of <c>$PSStyle</c>; null for no colours.</param>
    /// <param name="height">How many lines the terminal has; 0 if unknown.</param>
    /// <returns>The lines, each shorter than <paramref name="width"/>: a full one would make some terminals add an empty one.</returns>
    public static string[] Lines(object report, int width, string location, object? style, int height = 0)
    {
        ArgumentNullException.ThrowIfNull(report);
        PSObject source = PSObject.AsPSObject(report);
        LogReport known = source.BaseObject as LogReport ?? Deserialized.ToReport(new PropertyBag(source));
        var canvas = new Canvas(new Palette(style), Math.Max(width > 0 ? width : UsualWidth, Narrowest) - 1);
        return [.. Draw(known, canvas, location, Math.Max(height - PromptHeight, MinHeight)).Select(row => row.ToString())];
    }

    private static List<Row> Draw(LogReport report, Canvas canvas, string location, int height)
    {
        List<Row> top = [.. Heading.Draw(report, canvas, location)];
        top.AddRange(TimelineChart.Draw(report, canvas));
        AddBlock(top, canvas, canvas.Beside([
            new Block(report.StatusCodes.Length > 0 ? 0.5 : 1, part => CountBars.Levels(report, part)),
            new Block(report.StatusCodes.Length > 0 ? 0.5 : 0, part => CountBars.Statuses(report, part))]));
        AddBlock(top, canvas, canvas.Width < Wide ? Below(report, canvas, height - top.Count) : Beside(report, canvas));
        return top;
    }

    /// <summary>
    /// Errors above URLs and clients or, where there are none, warnings; then exceptions where there is room, since errors tell of them, too. As many of each as the screen has room
    /// for.
    /// </summary>
    private static List<Row> Below(LogReport report, Canvas canvas, int height)
    {
        int requests = Math.Max(report.TopUrls.Length, report.TopClients.Length);
        int warnings = requests == 0 ? report.WarningPatterns.Length : 0;

        // Notes take the place of items.
        int least = report.Notes.Length > 0 ? MinItems - 1 : MinItems;
        bool both = report.ErrorPatterns.Length > 0 && warnings + requests + report.Exceptions.Length > 0;
        int rest = height - (both ? 4 : 2);
        int exceptions = (warnings + requests == 0) || height >= HeightOfThree ? report.Exceptions.Length : 0;
        rest -= exceptions > 0 && warnings + requests > 0 ? 2 : 0;
        var rows = new List<Row>();
        Add(report.ErrorPatterns.Length, exceptions + warnings + requests, count => TopList.Errors(report, canvas, count));
        Add(warnings, exceptions, count => TopList.Warnings(report, canvas, count));
        Add(exceptions, requests, count => TopList.Exceptions(report, canvas, count));
        rest = Math.Max(rest, least);
        AddBlock(rows, canvas, canvas.Beside([
            new Block(0.62, part => TopList.Urls(report, part, rest)),
            new Block(0.38, part => TopList.Clients(report, part, rest))]));
        return rows;

        // What those below leave of the room, but half of it at least.
        void Add(int items, int below, Func<int, IEnumerable<Row>> draw)
        {
            int shown = Math.Max(Math.Max(rest - below, (rest + 1) / 2), least);
            AddBlock(rows, canvas, items > 0 ? draw(shown) : []);
            rest -= Math.Min(items, shown);
        }
    }

    private static IEnumerable<Row> Beside(LogReport report, Canvas canvas) => canvas.Beside([
        new Block(report.ErrorPatterns.Length > 0 ? 0.5 : 0, part => TopList.Errors(report, part, int.MaxValue)),
        new Block(report.Exceptions.Length > 0 ? 0.4 : 0, part => TopList.Exceptions(report, part, int.MaxValue)),
        new Block(report.WarningPatterns.Length > 0 && report.TopUrls.Length == 0 ? 0.4 : 0, part => TopList.Warnings(report, part, int.MaxValue)),
        new Block(report.TopUrls.Length > 0 ? 0.32 : 0, part => TopList.Urls(report, part, int.MaxValue)),
        new Block(report.TopClients.Length > 0 ? 0.18 : 0, part => TopList.Clients(report, part, int.MaxValue))]);

    private static void AddBlock(List<Row> rows, Canvas canvas, IEnumerable<Row> block)
    {
        Row[] more = [.. block];
        if (more.Length > 0 && rows.Count > 0)
        {
            rows.Add(canvas.NewRow());
        }

        rows.AddRange(more);
    }
}
