using System.Diagnostics;
using LogAnalysis.Tests.Fuzzing.Hostile;
using Xunit;

namespace LogAnalysis.Tests.Fuzzing;

/// <summary>
/// Logs that were written to bring their reader down, small ones; <c>bench hostile</c> measures large ones. What takes eight times as long
/// for eight times as much is well within the limit; what takes 64 times as long is far beyond.
/// </summary>
public sealed class HostileLogTests : IDisposable
{
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
        log.WriteTo(_folder.Combine("small.log"), Small);
        log.WriteTo(_folder.Combine("large.log"), Factor * Small);
        Assert.All(HostileJob.All, job => Assert.Contains(Enumerable.Range(0, Attempts), _ => IsLinear(job)));
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Whether this time it is: other programs may take the cores at the one time or the other.</summary>
    private bool IsLinear(HostileJob job)
    {
        TimeSpan small = Measure(job, "small.log");
        TimeSpan large = Measure(job, "large.log");
        return large < Quick || large < MaxGrowth * small;
    }

    private TimeSpan Measure(HostileJob job, string file)
    {
        var clock = Stopwatch.StartNew();
        job.Run(_folder.Combine(file));
        return clock.Elapsed;
    }
}
