using System.IO.Compression;
using System.Text;
using LogAnalysis.Reporting;
using LogAnalysis.Tests.Support;
using Xunit;

namespace LogAnalysis.Tests.Reporting;

/// <summary>What a report was made of may come from anywhere.</summary>
public sealed class ReportStateTests
{
    [Theory]
    [InlineData("""{"levels":[-1]}""")]
    [InlineData("""{"levels":[9223372036854775807,9223372036854775807]}""")]
    [InlineData("""{"errors":[{"mask":"lost","count":-5,"level":6,"paths":[]}]}""")]
    [InlineData("""{"errors":[{"mask":"lost","count":1,"level":99,"paths":[]}]}""")]
    [InlineData("""{"urls":{"total":1,"counts":{"/":-1}}}""")]
    [InlineData("""{"timeline":[{"start":"2025-01-24T07:00:30Z","entries":-1}]}""")]
    [InlineData("""{"bytes":-1}""")]
    public void What_cannot_have_been_counted_is_refused(string state) =>
        Assert.Equal("Its MergeState is damaged.", Assert.Throws<InvalidDataException>(() => ReportState.Parse(Compress(Encoding.UTF8.GetBytes(state)))).Message);

    [Fact]
    public void What_was_compressed_to_fill_memory_is_refused()
    {
        byte[] spaces = new byte[200_000_000];
        spaces.AsSpan().Fill((byte)' ');
        string state = Compress(spaces);
        Assert.InRange(state.Length, 1, 1_000_000);
        Assert.Throws<InvalidDataException>(() => ReportState.Parse(state));
    }

    [Fact]
    public void What_was_counted_is_taken() =>
        Assert.Equal(SomeReport.OfSamples().Lines, ReportState.Of(SomeReport.OfSamples()).ToReport(ReportOptions.DefaultTop).Lines);

    [Fact]
    public void What_version_1_calls_things_is_read_for_ever()
    {
        const string State = """
            {"version":1,"paths":["app.log"],"formats":["access"],"bytes":170,"lines":3,"unparsed":2,"levels":[0,0,0,1,0,0,1,0],
            "errors":[{"mask":"order <*> lost","count":1,"level":6,"example":"order 7 lost","paths":[0]}],
            "urls":{"total":1,"maxUndercount":0,"counts":{"/orders":1}},"responseBytes":5,"durations":{"1500":1},"longestDuration":"00:00:00.0015000"}
            """;
        LogReport report = ReportState.Parse(Compress(Encoding.UTF8.GetBytes(State))).ToReport(ReportOptions.DefaultTop);
        Assert.Equal((170, 3, 2, 2, 1), (report.Bytes, report.Lines, report.Unparsed, report.Entries, report.Errors));
        Assert.Equal(("order <*> lost", "app.log"), (report.ErrorPatterns[0].Name, report.ErrorPatterns[0].Paths[0]));
        Assert.Equal(("/orders", 5, TimeSpan.FromMilliseconds(1.5)), (report.TopUrls[0].Value, report.ResponseBytes, report.ResponseTime!.Max));
    }

    [Fact]
    public void A_total_that_an_older_module_did_not_know_is_zero() =>
        Assert.Equal(0, ReportState.Parse(Compress("""{"lines":1,"levels":[1]}"""u8.ToArray())).ToReport(ReportOptions.DefaultTop).Unparsed);

    private static string Compress(byte[] json)
    {
        using var compressed = new MemoryStream();
        using (var brotli = new BrotliStream(compressed, CompressionLevel.Fastest))
        {
            brotli.Write(json);
        }

        return Convert.ToBase64String(compressed.ToArray());
    }
}
