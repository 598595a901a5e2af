using System.Text;
using System.Text.Json;
using CsCheck;
using LogAnalysis.Files;
using LogAnalysis.Reading;
using LogAnalysis.Reporting;

namespace LogAnalysis.Tests.Fuzzing.Targets;

/// <summary>A file with a report is refused, or gives a report that can have been counted.</summary>
internal sealed class ReportFilesTarget() : FuzzTarget("report files")
{
    private static readonly byte[][] Files = [.. new[] { "access.log", "jobs.jsonl" }.Select(FileOf)];

    /// <inheritdoc/>
    public override Gen<byte[]> Inputs { get; } = Gen.Frequency((6, AnyBytes.WithOtherValues(Gen.OneOfConst(Files))), (3, AnyBytes.Tampered(Gen.OneOfConst(Files))), (1, AnyBytes.Pieces));

    /// <inheritdoc/>
    public override void Try(byte[] input)
    {
        try
        {
            WritersTarget.Check(ReportDocument.Read(new MemoryStream(input)).ToReport(ReportOptions.DefaultTop));
        }
        catch (Exception refused) when (refused is JsonException or InvalidDataException)
        {
            // It is no such file.
        }
    }

    /// <summary>Without most of what is not read, so that changes hit what is.</summary>
    private static byte[] FileOf(string sample)
    {
        var report = new ReportBuilder(new ReportOptions());
        LogFileReader.Read(RepositoryRoot.Combine("samples", sample), ReadOptions.Default, report, NoProgress.Instance, CancellationToken.None);
        return Encoding.UTF8.GetBytes($$"""
            {"schema":"loganalysis.report","version":1,"Entries":5,"WindowStart":"2025-01-24T07:00:30Z","WindowEnd":"2025-01-24T08:00:30Z","MergeState":"{{report.Build().MergeState!.Data}}"}
            """);
    }
}
