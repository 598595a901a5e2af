using System.Text;
using System.Text.Json;
using CsCheck;
using LogAnalysis.Parsing;
using LogAnalysis.Reporting;
using LogAnalysis.Text;

namespace LogAnalysis.Tests.Fuzzing.Targets;

/// <summary>The report of any log can be written in every format, and nothing from the log commands what shows it.</summary>
internal sealed class WritersTarget() : FuzzTarget("writers")
{
    /// <inheritdoc/>
    public override Gen<byte[]> Inputs => AnyBytes.Log;

    /// <inheritdoc/>
    public override void Try(byte[] input)
    {
        var report = new ReportBuilder(new ReportOptions());
        var lines = new LinePipeline(new LineSource(Encoding.UTF8.GetString(input.AsSpan(0, Math.Min(40, input.Length)))), report);
        lines.Push(input);
        lines.Complete();
        Check(report.Build());
    }

    /// <summary>Writes a report in every format; it can have been counted.</summary>
    public static void Check(LogReport report)
    {
        ReportCheck.Require(report);
        foreach (ReportFormat format in Enum.GetValues<ReportFormat>())
        {
            using var output = new MemoryStream();
            ReportWriter.Write(report, format, output);
            byte[] written = output.ToArray();
            ReadOnlySpan<byte> text = written.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? written.AsSpan(Encoding.UTF8.Preamble.Length) : written;
            Promise.That(!HasUnsafe(Encoding.UTF8.GetString(text)), $"{format} commands nothing that shows it");
            if (format == ReportFormat.Json)
            {
                JsonDocument.Parse(written).Dispose();
            }
        }
    }

    private static bool HasUnsafe(string text) => text.EnumerateRunes().Any(rune => ControlCharacters.IsUnsafe(rune) && rune.Value is not ('\n' or '\r'));
}
