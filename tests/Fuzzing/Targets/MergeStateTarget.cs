using System.IO.Compression;
using System.Text;
using CsCheck;
using LogAnalysis.Files;
using LogAnalysis.Reading;
using LogAnalysis.Reporting;

namespace LogAnalysis.Tests.Fuzzing.Targets;

/// <summary>
/// What a report was made of can come from anywhere: it is refused, or merges with another report and is written in every format. An input is
/// the state before it is compressed; now and then the compressed bytes, or the text, themselves.
/// </summary>
internal sealed class MergeStateTarget() : FuzzTarget("merge state")
{
    private static readonly byte[][] States = [.. new[] { "access.log", "app.log", "jobs.jsonl" }.Select(StateOf)];

    /// <inheritdoc/>
    public override Gen<byte[]> Inputs { get; } = Gen.Frequency((16, AnyBytes.WithOtherValues(Gen.OneOfConst(States))), (6, AnyBytes.Tampered(Gen.OneOfConst(States))), (1, AnyBytes.Pieces), (1, AnyBytes.Noise));

    /// <inheritdoc/>
    public override void Try(byte[] input)
    {
        Merge(Compress(input));
        Merge(Convert.ToBase64String(input));
        Merge(Encoding.UTF8.GetString(input));
    }

    private static void Merge(string state)
    {
        try
        {
            var sum = new ReportBuilder(new ReportOptions());
            LogReport alone = ReportState.Parse(state).ToReport(ReportOptions.DefaultTop);
            sum.Add(alone);
            sum.Add(alone);
            WritersTarget.Check(sum.Build());
        }
        catch (InvalidDataException)
        {
            // It is refused.
        }
    }

    private static string Compress(byte[] json)
    {
        using var compressed = new MemoryStream();
        using (var brotli = new BrotliStream(compressed, CompressionLevel.Fastest))
        {
            brotli.Write(json);
        }

        return Convert.ToBase64String(compressed.ToArray());
    }

    private static byte[] StateOf(string sample)
    {
        var report = new ReportBuilder(new ReportOptions());
        LogFileReader.Read(RepositoryRoot.Combine("samples", sample), ReadOptions.Default, report, NoProgress.Instance, CancellationToken.None);
        using var compressed = new MemoryStream(Convert.FromBase64String(report.Build().MergeState!.Data));
        using var json = new BrotliStream(compressed, CompressionMode.Decompress);
        using var state = new MemoryStream();
        json.CopyTo(state);
        return state.ToArray();
    }
}
