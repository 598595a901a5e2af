using System.Diagnostics;

namespace LogAnalysis.Bench.Loading;

/// <summary>What this process holds from time to time, and whether that rises.</summary>
internal sealed class ProcessSamples
{
    private const double SecondsBetween = 5;
    private const string Descriptors = "/proc/self/fd";

    // What the first part of the time shows is how a process warms up.
    private const double WarmUp = 0.2;

    // What rises by less from the first to the last sample is flat: samples spread by as much.
    private const double FlatPart = 0.1;

    private static readonly string[] Names = ["memory, MiB", "managed heap, MiB", "handles", "threads"];
    private static readonly double[] Spreads = [8, 2, 5, 2];

    private readonly List<(double Seconds, double[] Figures)> _samples = [];

    /// <summary>Takes one, unless the last is some seconds young.</summary>
    /// <param name="seconds">The time since the beginning.</param>
    public void Take(double seconds)
    {
        if (_samples.Count == 0 || seconds - _samples[^1].Seconds >= SecondsBetween)
        {
            using var self = Process.GetCurrentProcess();
            int handles = Directory.Exists(Descriptors) ? Directory.GetFileSystemEntries(Descriptors).Length : self.HandleCount;
            _samples.Add((seconds, [self.WorkingSet64 / 1048576.0, GC.GetGCMemoryInfo().HeapSizeBytes / 1048576.0, handles, self.Threads.Count]));
        }
    }

    /// <summary>Writes about twenty samples, and how each figure rises by the straight line that fits its samples best.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="length">For how long was written, in seconds.</param>
    /// <returns>Whether all figures are flat.</returns>
    public bool Write(TextWriter output, int length)
    {
        var table = new Table(["seconds", .. Names]);
        int step = Math.Max(1, _samples.Count / 20);
        foreach ((double seconds, double[] figures) in _samples.Where((_, index) => index % step == 0))
        {
            table.Add([$"{seconds:F0}", .. figures.Select(figure => $"{figure:F1}")]);
        }

        table.Write(output);
        (double Seconds, double[] Figures)[] warm = [.. _samples.Where(sample => sample.Seconds >= WarmUp * length && sample.Seconds <= length)];
        if (warm.Length < 2)
        {
            return false;
        }

        var trends = new Table("after the first fifth", "mean", "rise meanwhile", "");
        bool[] areFlat = [.. Names.Select((_, figure) => WriteTrend(trends, warm, figure))];
        trends.Write(output);
        return areFlat.All(isFlat => isFlat);
    }

    private static bool WriteTrend(Table table, (double Seconds, double[] Figures)[] samples, int figure)
    {
        double time = samples.Average(sample => sample.Seconds);
        double mean = samples.Average(sample => sample.Figures[figure]);
        double slope = samples.Sum(sample => (sample.Seconds - time) * (sample.Figures[figure] - mean)) / samples.Sum(sample => Math.Pow(sample.Seconds - time, 2));
        double rise = slope * (samples[^1].Seconds - samples[0].Seconds);
        bool isFlat = rise < Math.Max(FlatPart * mean, Spreads[figure]);
        table.Add(Names[figure], $"{mean:F1}", $"{(mean == 0 ? 0 : rise / mean):+0.0%;-0.0%;0.0%}", isFlat ? "flat" : "NOT flat");
        return isFlat;
    }
}
