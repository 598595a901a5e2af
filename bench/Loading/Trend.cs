namespace LogAnalysis.Bench.Loading;

/// <summary>How a figure rises over time, by the straight line that fits its samples best.</summary>
/// <param name="Mean">Its mean.</param>
/// <param name="RisePerHour">How much it rises in an hour.</param>
internal sealed record Trend(double Mean, double RisePerHour)
{
    private const double SecondsOfHour = 3600;

    /// <summary>Fits it.</summary>
    public static Trend Of(IReadOnlyList<ProcessSample> samples, Func<ProcessSample, double> figure)
    {
        double time = samples.Average(sample => sample.Seconds);
        double mean = samples.Average(figure);
        double spread = samples.Sum(sample => (sample.Seconds - time) * (sample.Seconds - time));
        double common = samples.Sum(sample => (sample.Seconds - time) * (figure(sample) - mean));
        return new Trend(mean, spread == 0 ? 0 : common / spread * SecondsOfHour);
    }

    /// <summary>The rise between the first and the last sample, as a part of the mean.</summary>
    public double PartOver(double seconds) => Mean == 0 ? 0 : RisePerHour * seconds / SecondsOfHour / Mean;
}
