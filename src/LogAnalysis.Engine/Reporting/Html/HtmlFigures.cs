using System.Globalization;

namespace LogAnalysis.Reporting;

/// <summary>Figures and times as elements of a page that programs can read too: the exact value stands beside the readable one.</summary>
internal static class HtmlFigures
{
    /// <summary>Writes a count.</summary>
    /// <param name="html">The page.</param>
    /// <param name="name">What it counts, by the name of the report's property.</param>
    /// <param name="count">How many.</param>
    public static void Count(this HtmlWriter html, string name, long count) => html.Figure(name, count, DisplayFormat.Count(count));

    /// <summary>Writes a figure.</summary>
    /// <param name="html">The page.</param>
    /// <param name="name">What it tells, by the name of the report's property.</param>
    /// <param name="value">Its exact value.</param>
    /// <param name="shown">What is to be read.</param>
    public static void Figure(this HtmlWriter html, string name, IFormattable value, string shown) =>
        html.Element("data", shown, ("data-figure", name), ("value", value.ToString(null, CultureInfo.InvariantCulture)));

    /// <summary>Writes a time; nothing where there is none.</summary>
    public static void Time(this HtmlWriter html, DateTimeOffset? time)
    {
        if (time is DateTimeOffset known)
        {
            html.Element("time", DisplayFormat.Time(known), ("datetime", known.ToString("O", CultureInfo.InvariantCulture)));
        }
    }

    /// <summary>Writes a share with a bar as long as it.</summary>
    /// <param name="html">The page.</param>
    /// <param name="percent">0 to 100.</param>
    /// <param name="kind">The class that gives the bar its colour.</param>
    public static void Share(this HtmlWriter html, double percent, string kind)
    {
        string width = percent.ToString("0.##", CultureInfo.InvariantCulture);
        html.Open("svg", ("class", "bar"), ("viewBox", "0 0 100 10"), ("preserveAspectRatio", "none"), ("aria-hidden", "true"));
        html.Empty("rect", ("class", "track"), ("width", "100"), ("height", "10"));
        html.Empty("rect", ("class", kind), ("width", width), ("height", "10"));
        html.Close("svg");
        html.Element("span", DisplayFormat.Percent(percent), ("class", "percent"));
    }
}
