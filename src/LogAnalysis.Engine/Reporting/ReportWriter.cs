using System.Text;

namespace LogAnalysis.Reporting;

/// <summary>Writes a report as text, in any of its formats.</summary>
internal static class ReportWriter
{
    /// <summary>The extensions that tell a format, in the order in which they are best listed.</summary>
    public static readonly IReadOnlyList<string> Extensions = [".html", ".htm", ".json", ".csv", ".md", ".markdown"];

    private static readonly UTF8Encoding Unmarked = new(encoderShouldEmitUTF8Identifier: false);
    private static readonly UTF8Encoding Marked = new(encoderShouldEmitUTF8Identifier: true);

    /// <summary>The format that a file's extension tells; null where it tells none.</summary>
    public static ReportFormat? FormatOf(string path) => Path.GetExtension(path).ToUpperInvariant() switch
    {
        ".HTML" or ".HTM" => ReportFormat.Html,
        ".JSON" => ReportFormat.Json,
        ".CSV" => ReportFormat.Csv,
        ".MD" or ".MARKDOWN" => ReportFormat.Markdown,
        _ => null,
    };

    /// <summary>Writes a report, in UTF-8.</summary>
    /// <param name="report">The report.</param>
    /// <param name="format">How to write it.</param>
    /// <param name="output">Where to; it stays open.</param>
    public static void Write(LogReport report, ReportFormat format, Stream output)
    {
        // Without a mark, spreadsheets take CSV for the system's own code page.
        using var text = new StreamWriter(output, format == ReportFormat.Csv ? Marked : Unmarked, leaveOpen: true);
        Write(report, format, text);
    }

    private static void Write(LogReport report, ReportFormat format, TextWriter output)
    {
        switch (format)
        {
            case ReportFormat.Html:
                HtmlReport.Write(report, output);
                break;
            case ReportFormat.Json:
                JsonReport.Write(report, output);
                break;
            case ReportFormat.Csv:
                CsvReport.Write(report, output);
                break;
            case ReportFormat.Markdown:
                MarkdownReport.Write(report, output);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(format));
        }
    }
}
