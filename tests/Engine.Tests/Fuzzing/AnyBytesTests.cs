using Xunit;

namespace LogAnalysis.Tests.Fuzzing;

/// <summary>
/// Any bytes, a few thousand inputs each, always the same ones; <c>bench fuzz</c> tries others for as long as one likes. A failure shows the
/// line by which <c>bench fuzz --replay</c> tries that input again.
/// </summary>
public sealed class AnyBytesTests
{
    private const int Seed = 1;

    public static TheoryData<string, int> Targets => new()
    {
        { "splitter", 600 },
        { "files", 120 },
        { "gzip", 250 },
        { "following", 250 },
        { "checkpoint", 400 },
        { "formats", 1500 },
        { "user formats", 250 },
        { "times", 1500 },
        { "counters", 60 },
        { "patterns", 250 },
        { "merge state", 80 },
        { "writers", 150 },
    };

    [Theory]
    [MemberData(nameof(Targets))]
    public void Whatever_it_is_given_it_keeps_its_promises(string target, int inputs)
    {
        var fuzzer = new Fuzzer(FuzzTargets.Find(target), Seed);
        FuzzFailure? failure = Enumerable.Range(0, inputs).Select(number => fuzzer.Try(number).Failure).FirstOrDefault(failure => failure is not null);
        Assert.True(failure is null, failure?.ToString());
    }

    [Fact]
    public void Every_target_is_tried() => Assert.Equal(FuzzTargets.All.Select(target => target.Name), Targets.Select(row => (string)((object[])row)[0]));
}
