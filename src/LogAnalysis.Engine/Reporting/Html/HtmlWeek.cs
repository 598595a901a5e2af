using System.Globalization;
using System.Xml.Linq;
using static LogAnalysis.Reporting.HtmlFigures;
using static LogAnalysis.Reporting.HtmlTable;

namespace LogAnalysis.Reporting;

/// <summary>Entries by the hour of the week as a map: the darker, the more. Nothing where the log is of less than two days.</summary>
internal static class HtmlWeek
{
    private const int Cell = 10;
    private const int Gap = 1;
    private const int Left = 26;
    private const int Top = 10;
    private const int HoursPerLabel = 3;
    private const double MinOpacity = 0.08;

    private static readonly DayOfWeek[] Days = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    public static XElement? Build(LogReport report)
    {
        if (report.Hours.Length == 0)
        {
            return null;
        }

        LogHourCount busiest = report.Hours.MaxBy(hour => hour.Entries)!;
        return Section("week", "Hours of the week", new XElement("p", Class("note"), $"Most entries on {busiest.Day} from {busiest.Hour:00}:00: {DisplayFormat.Count(busiest.Entries)}"), new XElement(
            "svg",
            Class("week"),
            new XAttribute("viewBox", $"0 0 {Left + (24 * Cell)} {Top + (Days.Length * Cell)}"),
            new XAttribute("role", "img"),
            new XAttribute("aria-label", $"Entries by the hour of the week. The busiest hour is {busiest.Day} {busiest.Hour:00}:00 with {DisplayFormat.Count(busiest.Entries)}."),
            Enumerable.Range(0, 24).Where(hour => hour % HoursPerLabel == 0).Select(hour => Label(hour.ToString("00", CultureInfo.InvariantCulture), Left + (hour * Cell), Top - 3)),
            Days.Select((day, row) => Label(day.ToString()[..3], 0, Top + (row * Cell) + 7)),
            report.Hours.Select(hour => Square(hour, busiest.Entries))));
    }

    private static XElement Label(string text, int x, int y) => new("text", new XAttribute("x", x), new XAttribute("y", y), text);

    private static XElement Square(LogHourCount hour, long most)
    {
        string errors = hour.Errors > 0 ? $", errors {DisplayFormat.Count(hour.Errors)}" : string.Empty;
        return new XElement(
            "rect",
            Class("other"),
            new XAttribute("x", Left + (hour.Hour * Cell)),
            new XAttribute("y", Top + (Array.IndexOf(Days, hour.Day) * Cell)),
            new XAttribute("width", Cell - Gap),
            new XAttribute("height", Cell - Gap),
            new XAttribute("fill-opacity", Math.Max(MinOpacity, (double)hour.Entries / most).ToString("0.##", CultureInfo.InvariantCulture)),
            new XElement("title", $"{hour.Day} {hour.Hour:00}:00 · Entries {DisplayFormat.Count(hour.Entries)}{errors}"));
    }
}
