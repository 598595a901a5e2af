using System.Globalization;

namespace LogAnalysis.Bench.Fuzzing;

/// <summary>How long a job took over a log of several sizes.</summary>
/// <param name="Log">The log.</param>
/// <param name="Job">The job.</param>
/// <param name="Seconds">The times, of the smallest size first; each size is twice the one before.</param>
/// <param name="PeakMemory">What the process held more than before at the most, in bytes, over the largest.</param>
internal sealed record HostileFigures(string Log, string Job, double[] Seconds, long PeakMemory)
{
    /// <summary>More than this is told from what .NET holds in any case.</summary>
    private const long MostMemory = 400_000_000;

    private const double MaxGrowth = 2.5;

    /// <summary>What takes less time tells nothing of how it grows.</summary>
    private const double FewestSeconds = 0.5;

    /// <summary>
    /// How much more time the largest takes than the second, by their size: 1 where time grows with the log, 4 where it grows with its square.
    /// The smallest may be too small for what the others need, such as more patterns than are kept.
    /// </summary>
    public double Growth => Seconds[^1] / Seconds[1] / (1 << (Seconds.Length - 2));

    /// <summary>Whether neither time nor memory grows faster than the log. Memory does not grow with it at all.</summary>
    public bool IsLinear => PeakMemory <= MostMemory && (Growth <= MaxGrowth || Seconds[^1] < FewestSeconds);

    /// <summary>A row of a table.</summary>
    public string[] ToCells() =>
    [
        Log, Job, .. Seconds.Select(seconds => seconds.ToString("0.000", CultureInfo.InvariantCulture)), $"{Growth:0.0}", $"{PeakMemory / 1e6:0} MB", IsLinear ? string.Empty : "not linear",
    ];
}
