using System.Diagnostics;
using LogAnalysis.Bench.Loading;
using LogAnalysis.Tests.Fuzzing.Hostile;

namespace LogAnalysis.Bench.Fuzzing;

/// <summary>Measures jobs over logs of several sizes, each twice the one before.</summary>
/// <param name="largest">The largest size, in bytes.</param>
internal sealed class HostileGrowth(long largest) : IDisposable
{
    private const int SizeCount = 4;
    private const int MaxAttempts = 3;

    private readonly long[] _sizes = [.. Enumerable.Range(0, SizeCount).Select(step => largest >> (SizeCount - 1 - step))];
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("loganalysis-hostile-");

    /// <summary>A table for its figures.</summary>
    public Table NewTable() =>
        new(["log", "command that takes longest", .. _sizes.Select(size => $"{ByteSize.Format(size)}, seconds"), "growth", "memory", ""]);

    /// <summary>Measures all jobs over one log.</summary>
    public IEnumerable<HostileFigures> Measure(HostileLog log, IReadOnlyList<HostileJob> jobs)
    {
        string[] paths = [.. _sizes.Select((_, step) => Path.Combine(_folder.FullName, $"{step}.log"))];
        for (int step = 0; step < paths.Length; step++)
        {
            log.WriteTo(paths[step], _sizes[step]);
        }

        foreach (HostileJob job in jobs)
        {
            // Other programs may take the cores while the one or the other is measured.
            HostileFigures figures = Measure(log, job, paths);
            for (int attempt = 1; attempt < MaxAttempts && !figures.IsLinear; attempt++)
            {
                figures = Measure(log, job, paths);
            }

            yield return figures;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);

    private static HostileFigures Measure(HostileLog log, HostileJob job, string[] paths)
    {
        Time(job, paths[0]);
        double[] seconds = [.. paths[..^1].Select(path => Time(job, path))];
        GC.Collect();
        long before = ProcessMemory.Begin(Environment.ProcessId);
        double longest = Time(job, paths[^1]);
        return new HostileFigures(log.Name, job.Name, [.. seconds, longest], Math.Max(0, ProcessMemory.Peak(Environment.ProcessId) - before));
    }

    private static double Time(HostileJob job, string path)
    {
        var clock = Stopwatch.StartNew();
        job.Run(path);
        return clock.Elapsed.TotalSeconds;
    }
}
