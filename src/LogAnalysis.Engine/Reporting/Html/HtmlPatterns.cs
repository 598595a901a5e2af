using System.Globalization;
using System.Text;
using System.Xml.Linq;
using static LogAnalysis.Reporting.HtmlFigures;
using static LogAnalysis.Reporting.HtmlTable;

namespace LogAnalysis.Reporting;

/// <summary>The errors and warnings of the page by their patterns, and errors by their exceptions: when they occurred, where, and what one of them says.</summary>
internal static class HtmlPatterns
{
    private const string Wildcard = "<*>";
    private const int SparkHeight = 20;

    /// <summary>More columns than this are no wider than a pixel.</summary>
    private const int MaxSparkColumns = 120;

    /// <summary>A longer example is shown when somebody asks for it.</summary>
    private const int MaxExample = 120;

    /// <summary>Of more files than this only some are named.</summary>
    private const int MaxFiles = 20;

    public static XElement Build(LogReport report) => report.ErrorPatterns.Length == 0
        ? Section("patterns", "Error patterns", new XElement("p", Class("note"), "No errors."))
        : Section("patterns", "Error patterns", Groups(report, "ErrorPatterns", "Pattern", CaptionOf(report), report.ErrorPatterns));

    /// <summary>The warnings by their patterns; nothing where there are none.</summary>
    public static XElement? Warnings(LogReport report) => report.WarningPatterns.Length == 0 ? null : Section(
        "warnings",
        "Warning patterns",
        Groups(report, "WarningPatterns", "Pattern", $"Warnings whose messages differ only in values, the most frequent first{CutText.Of(report.WarningPatterns.Length, report.WarningPatternCount)}", report.WarningPatterns, "Warnings", "warning"));

    /// <summary>The exceptions; nothing where there are none.</summary>
    public static XElement? Exceptions(LogReport report) => report.Exceptions.Length == 0 ? null : Section(
        "exceptions",
        "Exceptions",
        Groups(report, "Exceptions", "Exception", $"What caused errors, and where in your own code, the most serious first{CutText.Of(report.Exceptions.Length, report.ExceptionCount)}", report.Exceptions));

    /// <summary>The name, with its wildcards set apart from the text between them.</summary>
    public static IEnumerable<object> Highlight(string name) =>
        name.Split(Wildcard).SelectMany((part, index) => index == 0 ? (object[])[part] : [new XElement("i", Wildcard), part]);

    private static string CaptionOf(LogReport report)
    {
        long others = report.Errors - report.ErrorPatterns.Sum(pattern => pattern.Count);
        return $"Errors whose messages differ only in values, the most serious first{CutText.Of(report.ErrorPatterns.Length, report.ErrorPatternCount, others, "errors")}";
    }

    private static XElement Groups(LogReport report, string name, string column, string caption, LogErrorGroup[] groups, string counted = "Errors", string style = "error")
    {
        bool isOneDay = report.From?.Date == report.To?.Date;
        return Table(
            caption,
            [column, "When", counted, "Share"],
            groups.Select((group, index) => (group, index)).OrderByDescending(item => item.group.Level).Select(item => Row(
                RowName(name, item.index),
                Pattern(item.group, report.Paths.Length),
                When(item.group, report, isOneDay, style),
                CountCell(item.group.Count),
                ShareCell(item.group.Percent, style))));
    }

    private static XElement Pattern(LogErrorGroup group, int files) => Head(
        Class("pattern"),
        new XElement("span", Class("value"), Highlight(group.Name)),
        group.Level == LogLevel.Critical ? new XElement("span", Class("code error"), "Critical") : null,
        Example(group),
        files > 1 ? Files(group.Paths, files) : null);

    /// <summary>What one of them says, where that is more than the pattern, with its trace.</summary>
    private static XElement? Example(LogErrorGroup group)
    {
        string example = group.Example?.Trim() ?? string.Empty;
        if (group.Trace is string trace)
        {
            return new XElement("details", new XElement("summary", "Example"), new XElement("span", Class("example"), example), new XElement("span", Class("example trace"), trace));
        }

        bool isRepeated = example.Length == 0 || !group.Name.Contains(Wildcard, StringComparison.Ordinal) && (group.Name.StartsWith(example, StringComparison.Ordinal) || example.StartsWith(RequestOf(group.Name), StringComparison.Ordinal));
        return isRepeated ? null
            : example.Length <= MaxExample ? new XElement("span", Class("example"), example)
            : new XElement("details", new XElement("summary", "Example"), new XElement("span", Class("example"), example));
    }

    /// <summary>The pattern of a request without its status.</summary>
    private static string RequestOf(string name) => name[..Math.Max(name.LastIndexOf(' '), 0)] is { Length: > 0 } request ? request : name;

    private static XElement? Files(string[] paths, int files) => paths.Length switch
    {
        0 => null,
        1 => new XElement("span", Class("example"), "in " + paths[0]),
        _ => new XElement(
            "details",
            new XElement("summary", $"in {DisplayFormat.Count(paths.Length)} of {DisplayFormat.Count(files)} files"),
            new XElement("span", Class("example"), string.Join(", ", paths.Take(MaxFiles)) + (paths.Length > MaxFiles ? $" and {DisplayFormat.Count(paths.Length - MaxFiles)} more" : string.Empty))),
    };

    private static XElement When(LogErrorGroup group, LogReport report, bool isOneDay, string style)
    {
        if (group is not { First: DateTimeOffset first, Last: DateTimeOffset last })
        {
            return new XElement("td", Class("when"));
        }

        string? trend = GroupTrend.Of(group, report);
        string begin = TextOf(first, isOneDay ? "HH:mm:ss" : "d MMM HH:mm");
        string end = TextOf(last, isOneDay ? "HH:mm:ss" : first.Date == last.Date ? "HH:mm" : "d MMM HH:mm");
        bool isOneTime = begin.EndsWith(end, StringComparison.Ordinal) && first.Date == last.Date;
        return new XElement(
            "td",
            Class("when"),
            Spark(group, report, style),
            TimeElement(first, begin),
            isOneTime ? null : " to ",
            isOneTime ? null : TimeElement(last, end),
            trend is null ? null : new XElement("span", Class($"trend {trend}"), trend));
    }

    private static string TextOf(DateTimeOffset time, string format) => time.ToString(format, CultureInfo.InvariantCulture);

    private static XElement TimeElement(DateTimeOffset time, string text) => new("time", new XAttribute("datetime", time.ToString("O", CultureInfo.InvariantCulture)), text);

    /// <summary>How many there were when, over the time of the report; nothing where that is not known.</summary>
    private static XElement? Spark(LogErrorGroup group, LogReport report, string style)
    {
        if (group.CountsInReport.Length != report.Timeline.Length || report.Timeline.Length < 2)
        {
            return null;
        }

        var axis = new TimeAxis(report.Timeline, report.BucketSize, TimeSpan.Zero, MaxSparkColumns);
        long[] columns = new long[axis.Columns];
        for (int i = 0; i < group.CountsInReport.Length; i++)
        {
            columns[axis.ColumnOf(report.Timeline[i].Start)] += group.CountsInReport[i];
        }

        return new XElement(
            "svg",
            Class("spark"),
            new XAttribute("viewBox", $"0 0 {axis.Columns} {SparkHeight}"),
            new XAttribute("preserveAspectRatio", "none"),
            new XAttribute("aria-hidden", "true"),
            new XElement("path", Class(style), new XAttribute("d", PathOf(columns))));
    }

    /// <summary>A column for each number that is not zero: what is there can be seen.</summary>
    private static string PathOf(long[] columns)
    {
        long most = Math.Max(1, columns.Max());
        var path = new StringBuilder();
        for (int i = 0; i < columns.Length; i++)
        {
            if (columns[i] > 0)
            {
                double height = Math.Max(2, SparkHeight * (double)columns[i] / most);
                path.Append(CultureInfo.InvariantCulture, $"M{i} {SparkHeight}v-{height:0.#}h1V{SparkHeight}z");
            }
        }

        return path.ToString();
    }
}
