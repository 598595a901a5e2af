using System.Diagnostics;
using System.Globalization;
using LogAnalysis.Tests.Fuzzing.Hostile;

namespace LogAnalysis.Tests.Fuzzing;

/// <summary>How time and memory of a job grow over logs of which each is twice as large as the one before.</summary>
/// <param name="Job">The job.</param>
/// <param name="Seconds">The times, of the smallest log first.</param>
/// <param name="PeakMemory">What the process held more than before over the largest log, in bytes.</param>
internal sealed record HostileGrowth(HostileJob Job, double[] Seconds, long PeakMemory)
{
    private const long MaxMemory = 400_000_000;
    private const double MaxGrowth = 2.5;

    // What takes less time says nothing about how it grows.
    private const double MinSeconds = 0.5;

    /// <summary>
    /// How much more time the largest takes than the second, by their size: 1 where time grows with the log, 4 where it grows with its square.
    /// The smallest may be too small for what the others need, such as more patterns than are kept.
    /// </summary>
    public double Growth => Seconds[^1] / Seconds[1] / (1 << (Seconds.Length - 2));

    /// <summary>Whether time grows no faster than the log. Memory does not grow with it at all.</summary>
    public bool IsLinear => PeakMemory <= MaxMemory && (Growth <= MaxGrowth || Seconds[^1] < MinSeconds);

    /// <summary>Measures a job.</summary>
    /// <param name="job">The job.</param>
    /// <param name="paths">The logs, the smallest first.</param>
    public static HostileGrowth Measure(HostileJob job, string[] paths)
    {
        Time(job, paths[0]);
        double[] seconds = [.. paths[..^1].Select(path => Time(job, path))];
        GC.Collect();
        long before = ProcessMemory.ResetPeak();
        double longest = Time(job, paths[^1]);
        return new HostileGrowth(job, [.. seconds, longest], Math.Max(0, ProcessMemory.Peak - before));
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Job.Name}: {string.Join(", ", Seconds.Select(seconds => seconds.ToString("0.000", CultureInfo.InvariantCulture)))} s, growth {Growth:0.0}, memory {PeakMemory / 1e6:0} MB");

    private static double Time(HostileJob job, string path)
    {
        var clock = Stopwatch.StartNew();
        job.Run(path);
        return clock.Elapsed.TotalSeconds;
    }
}
