using System.Text;

namespace LogAnalysis.Reporting;

/// <summary>Writes a report in any of its output formats.</summary>
internal static class ReportWriter
{
    /// <summary>The output formats. One more is one more line here.</summary>
    private static readonly ReportOutput[] Outputs =
    [
        new(ReportFormat.Html, [".html", ".htm"], HtmlReport.Write),
        new(ReportFormat.Json, [".json"], JsonReport.Write),

        // Without a mark, spreadsheets read CSV in the system's own code page.
        new(ReportFormat.Csv, [".csv"], CsvReport.Write) { HasMark = true },
        new(ReportFormat.Markdown, [".md", ".markdown"], MarkdownReport.Write),
    ];

    /// <summary>The extensions that tell a format, in the order in which they are best listed.</summary>
    public static IReadOnlyList<string> Extensions { get; } = [.. Outputs.SelectMany(output => output.Extensions)];

    /// <summary>The format that a file's extension tells; null where it tells none.</summary>
    public static ReportFormat? FormatOf(string path) =>
        Array.Find(Outputs, output => output.Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase))?.Format;

    /// <summary>Writes a report, in UTF-8.</summary>
    /// <param name="report">The report.</param>
    /// <param name="format">How to write it.</param>
    /// <param name="stream">Where to; it stays open.</param>
    public static void Write(LogReport report, ReportFormat format, Stream stream)
    {
        ReportOutput output = Array.Find(Outputs, output => output.Format == format) ?? throw new ArgumentOutOfRangeException(nameof(format));
        using var text = new StreamWriter(stream, new UTF8Encoding(output.HasMark), leaveOpen: true);
        output.Write(report, text);
    }
}
