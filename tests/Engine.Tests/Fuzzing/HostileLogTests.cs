using System.Diagnostics;
using LogAnalysis.Tests.Fuzzing.Hostile;
using Xunit;
using Xunit.Abstractions;

namespace LogAnalysis.Tests.Fuzzing;

/// <summary>
/// Logs that were written to bring their reader down, small ones: what takes eight times as long for eight times as much is well within the
/// limit, what takes 64 times as long far beyond. Where <c>LOGANALYSIS_HOSTILE_MEGABYTES</c> states a size, logs of up to that, and memory too.
/// </summary>
public sealed class HostileLogTests(ITestOutputHelper output) : IDisposable
{
    private const int Steps = 4;
    private const int Small = 1 << 17;
    private const int Factor = 8;
    private const int MaxGrowth = 30;
    private const int Attempts = 3;

    /// <summary>What is quicker than this harms nobody, and is measured badly.</summary>
    private static readonly TimeSpan Quick = TimeSpan.FromSeconds(1);

    private readonly TempFolder _folder = new();

    public static TheoryData<string> Logs => [.. HostileLogs.All.Select(log => log.Name)];

    [Theory]
    [MemberData(nameof(Logs))]
    public void Time_grows_with_the_log_and_not_with_its_square(string name)
    {
        HostileLog log = HostileLogs.All.Single(log => log.Name == name);
        if (FuzzSettings.HostileSize is long size)
        {
            AssertGrowth(log, size);
            return;
        }

        log.WriteTo(_folder.Combine("small.log"), Small);
        log.WriteTo(_folder.Combine("large.log"), Factor * Small);
        Assert.All(HostileJob.All, job => Assert.Contains(Enumerable.Range(0, Attempts), _ => IsLinear(job)));
    }

    public void Dispose() => _folder.Dispose();

    private void AssertGrowth(HostileLog log, long largest)
    {
        string[] paths = [.. Enumerable.Range(0, Steps).Select(step => _folder.Combine($"{step}.log"))];
        for (int step = 0; step < Steps; step++)
        {
            log.WriteTo(paths[step], largest >> (Steps - 1 - step));
        }

        HostileGrowth[] all = [.. HostileJob.All.Select(job => MeasureGrowth(job, paths))];
        output.WriteLine($"{log.Name}, longest: {all.MaxBy(growth => growth.Seconds[^1])}");
        Assert.All(all, growth => Assert.True(growth.IsLinear, growth.ToString()));
    }

    private static HostileGrowth MeasureGrowth(HostileJob job, string[] paths)
    {
        HostileGrowth growth = HostileGrowth.Measure(job, paths);
        for (int attempt = 1; attempt < Attempts && !growth.IsLinear; attempt++)
        {
            growth = HostileGrowth.Measure(job, paths);
        }

        return growth;
    }

    /// <summary>Whether this time it is: other programs may take the cores at the one time or the other.</summary>
    private bool IsLinear(HostileJob job)
    {
        TimeSpan large = Measure(job, "large.log");
        return large < Quick || large < MaxGrowth * Measure(job, "small.log");
    }

    private TimeSpan Measure(HostileJob job, string file)
    {
        var clock = Stopwatch.StartNew();
        job.Run(_folder.Combine(file));
        return clock.Elapsed;
    }
}
