namespace LogAnalysis.Reporting.Findings;

/// <summary>
/// How many events are usual, and which parts of a time have more. Events are taken as a Poisson process whose rate follows the entries, so that a busy day is
/// no outage. The rate is that of all parts but those that stand out: it begins at the median of the parts, and is found by repetition.
/// </summary>
/// <remarks>
/// Sources: Anscombe, "The transformation of Poisson, binomial and negative-binomial data", Biometrika 35, 1948; Hampel, "The influence curve and
/// its role in robust estimation", JASA 69, 1974 (the median of absolute deviations as a scale).
/// </remarks>
internal sealed class Baseline
{
    /// <summary>Of a hundred parts of a calm log, chance alone puts one beyond this in three hundred logs.</summary>
    private const double Threshold = 4;

    /// <summary>The median of absolute deviations of a normal distribution, as a part of its standard deviation.</summary>
    private const double DeviationScale = 1.4826;

    private const int MaxRounds = 20;
    private const double UpperQuartile = 0.75;

    private readonly Load _load;

    private Baseline(Load load)
    {
        _load = load;
        StandsOut = new bool[load.Count];
    }

    /// <summary>Events per entry.</summary>
    public double Rate { get; private set; }

    /// <summary>What three of four parts do not exceed: what occurs as often as that is usual, too.</summary>
    public double Frequent { get; private init; }

    /// <summary>Events in a part, on average over the usual ones.</summary>
    public double PerPart { get; private set; }

    /// <summary>For each part whether it has more events than usual.</summary>
    public bool[] StandsOut { get; }

    /// <summary>Finds what is usual.</summary>
    /// <param name="load">What happened; some part has entries.</param>
    public static Baseline Of(Load load)
    {
        double[] sorted = [.. load.Events.Select(count => (double)count).Order()];
        var usual = new Baseline(load) { Frequent = At(sorted, UpperQuartile) };
        usual.Rate = usual.FirstRate();
        for (int round = 0; round < MaxRounds && usual.Repeat(); round++)
        {
        }

        return usual;
    }

    /// <summary>How many events are usual in several parts.</summary>
    public double In(int first, int end)
    {
        long entries = _load.Entries.AsSpan(first, end - first).ToArray().Sum();
        return Math.Max(Rate * entries, PerPart * (end - first));
    }

    /// <summary>The median rate of the parts; where most have no events, the rate of all but the tenth with the most.</summary>
    private double FirstRate()
    {
        double[] rates = [.. Occupied().Select(i => (double)_load.Events[i] / _load.Entries[i]).Order()];
        double median = At(rates, 0.5);
        if (median > 0)
        {
            return median;
        }

        int[] calm = [.. Occupied().OrderBy(i => _load.Events[i]).Take((rates.Length * 9 + 9) / 10)];
        return (double)calm.Sum(i => _load.Events[i]) / Math.Max(1, calm.Sum(i => _load.Entries[i]));
    }

    /// <summary>Finds which parts stand out, and the rate of the others.</summary>
    /// <returns>Whether other parts stand out than before.</returns>
    private bool Repeat()
    {
        double[] residuals = [.. Enumerable.Range(0, _load.Count).Select(Residual)];
        double[] known = [.. Occupied().Select(i => residuals[i]).Order()];
        double middle = At(known, 0.5);
        double scale = Math.Max(1, DeviationScale * At([.. known.Select(residual => Math.Abs(residual - middle)).Order()], 0.5));
        bool isChanged = false;
        for (int i = 0; i < _load.Count; i++)
        {
            bool standsOut = residuals[i] > Math.Max(0, middle) + (Threshold * scale);
            isChanged |= standsOut != StandsOut[i];
            StandsOut[i] = standsOut;
        }

        int[] usual = [.. Occupied().Where(i => !StandsOut[i])];
        Rate = (double)usual.Sum(i => _load.Events[i]) / Math.Max(1, usual.Sum(i => _load.Entries[i]));
        PerPart = (double)usual.Sum(i => _load.Events[i]) / Math.Max(1, StandsOut.Count(standsOut => !standsOut));
        return isChanged;
    }

    /// <summary>How far a part is from what is usual, in standard deviations.</summary>
    private double Residual(int part) => 2 * (Math.Sqrt(_load.Events[part] + 0.375) - Math.Sqrt((Rate * _load.Entries[part]) + 0.375));

    private IEnumerable<int> Occupied() => Enumerable.Range(0, _load.Count).Where(i => _load.Entries[i] > 0);

    /// <summary>A quantile of sorted numbers; 0 of none.</summary>
    private static double At(double[] sorted, double share) => sorted.Length == 0 ? 0 : sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))];
}
