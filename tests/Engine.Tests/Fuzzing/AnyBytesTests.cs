using System.Text;
using Xunit;
using Xunit.Abstractions;

namespace LogAnalysis.Tests.Fuzzing;

/// <summary>
/// Any bytes, a few thousand inputs each, always the same ones. Where <c>LOGANALYSIS_FUZZ_MINUTES</c> says so, others for as long; failures
/// are then kept in <c>out/fuzz-failures.txt</c>, and <c>LOGANALYSIS_FUZZ_REPLAY</c> names such a file to try again.
/// </summary>
public sealed class AnyBytesTests(ITestOutputHelper output)
{
    public static TheoryData<string, int> Targets => new()
    {
        { "splitter", 600 },
        { "files", 120 },
        { "gzip", 250 },
        { "archives", 120 },
        { "following", 250 },
        { "checkpoint", 400 },
        { "checkpoint notes", 100 },
        { "formats", 1500 },
        { "user formats", 250 },
        { "format definitions", 300 },
        { "times", 1500 },
        { "fields", 100 },
        { "conditions", 250 },
        { "counters", 60 },
        { "patterns", 250 },
        { "merge state", 80 },
        { "report files", 200 },
        { "writers", 150 },
    };

    [Theory]
    [MemberData(nameof(Targets))]
    public void Whatever_it_is_given_it_keeps_its_promises(string target, int inputs)
    {
        IReadOnlyList<FuzzFailure> failures = FuzzSettings.Length is TimeSpan length
            ? FuzzLong(FuzzTargets.Find(target), length / FuzzTargets.All.Count)
            : FuzzShort(FuzzTargets.Find(target), inputs);
        Assert.True(failures.Count == 0, string.Join(Environment.NewLine, failures));
    }

    [Theory]
    [InlineData("formats", "2025-01-24T07:00:36.139632123 2.0\"GET \" 503")]
    [InlineData("files", "}\n{\"\":r,\"MessageTemplate\":\"{\",\"Properties\":{\"\":7,\"\":\"\u00C2\"}}")]
    [InlineData("writers", "date=25-01-24 time=07:00:31 level= tz=\"9999-12-31T23:5enttime=1737694831000000000 msg=\"")]
    [InlineData("merge state", "{\"\":1,\"\":[\"\"],\"\":[{\"\":1,\"\":\"\",\"\":\"\"}],\"\":[\"\"],\"\":{\"\":[],\"\":false,\"\":[],\"\":[]},\"\":\"\",\"\":\"\",\"\":[0,0,2],\"\":[{\"\":2,\"\":3,\"\":2,\"\":6,\"\":\"\",\"\":\"\"}],\"\":[{\"\":\"\",\"\":0,\"\":\"\",\"\":\"\",\"\":0}],\"\":\"\",\"\":\"\",\"\":[0,0,0,0],\"errors\":[{\"mask\":\"\\u001D\\u001F\",\"count\":2,\"\":6,\"\":\"\",\"\":\"\",\"\":\"\",\"paths\":[],\"\":{\"\":1,\"\":[],\"\":[1]}}],\"\":[{\"\":\"\",\"\":5,\"\":\"\",\"\":\"\",\"\":\"\",\"\":[],\"\":{\"\":1,\"\":[],\"\":[]}}],\"\":{\"\":[{\"\":\"\",\"\":7,\"\":\"\"}]},\"\":{\"\":0},\"\":{\"\":{}},\"\":\"\",\"\":3,\"\":0}")]
    [InlineData("following", "e\n[2025/01/24 07:00:39.2,3] :)\n<log4net:event =\"\"timestamp=\"e\"><e></></log4net:event><t:event")]
    [InlineData("following", "1\n__CURSOR=s=\n:\"no% err\r\n{\"level\":\"\",\"time\":\"Z\",\"\":\"\"}{")]
    [InlineData("patterns", "% \n%\n")]
    public void What_broke_a_promise_once_keeps_it(string target, string bytes) =>
        Assert.Null(Fuzzer.Run(FuzzTargets.Find(target), Encoding.Latin1.GetBytes(bytes)));

    [Fact]
    public void Every_target_is_tried() => Assert.Equal(FuzzTargets.All.Select(target => target.Name), Targets.Select(row => (string)((object[])row)[0]));

    [Fact]
    public void Failures_that_were_kept_are_as_promised_now()
    {
        foreach (FuzzFailure failure in FuzzSettings.ReplayFile is string file ? File.ReadLines(file).Select(FuzzFailure.Parse) : [])
        {
            string? reason = Fuzzer.Run(FuzzTargets.Find(failure.Target), failure.Input);
            output.WriteLine($"{failure.Target}, {failure.Input.Length} bytes: {reason ?? "as promised"}");
            Assert.Null(reason);
        }
    }

    private static FuzzFailure[] FuzzShort(FuzzTarget target, int inputs)
    {
        var fuzzer = new Fuzzer(target, FuzzSettings.Seed);
        return [.. Enumerable.Range(0, inputs).Select(number => fuzzer.Try(number).Failure).OfType<FuzzFailure>().Take(1)];
    }

    private IReadOnlyList<FuzzFailure> FuzzLong(FuzzTarget target, TimeSpan length)
    {
        var run = new LongFuzzRun(target, FuzzSettings.Seed, length);
        IReadOnlyList<FuzzFailure> failures = run.Run();
        output.WriteLine($"seed {FuzzSettings.Seed}, {run}");
        if (failures.Count > 0)
        {
            string kept = RepositoryRoot.Combine("out", "fuzz-failures.txt");
            Directory.CreateDirectory(Path.GetDirectoryName(kept)!);
            File.AppendAllLines(kept, failures.Select(failure => failure.ToString()));
        }

        return failures;
    }
}
