namespace LogAnalysis.Bench.Comparing;

/// <summary>How a contender did.</summary>
internal sealed class Result
{
    private readonly List<double> _seconds = [];

    /// <summary>The seconds of each run that counts.</summary>
    public IReadOnlyList<double> Seconds => _seconds;

    /// <summary>The median of the runs, in seconds.</summary>
    public double Median => Statistics.Median(_seconds);

    /// <summary>What was wrong with its answers, in one line; null where nothing was.</summary>
    public string? Fault { get; private set; }

    /// <summary>Why it could not be run; null where it could.</summary>
    public string? Failure { get; private set; }

    /// <summary>Whether it ran, and answered what is true.</summary>
    public bool IsRight => Fault is null && Failure is null;

    /// <summary>Runs a contender once more.</summary>
    /// <param name="contender">The contender.</param>
    /// <param name="truth">What it must answer.</param>
    /// <returns>The seconds that it took; 0 where it failed.</returns>
    public double Measure(Contender contender, Facts truth)
    {
        try
        {
            (double seconds, Facts answer) = contender.Run();
            Fault ??= truth.FindFault(answer);
            _seconds.Add(seconds);
            return seconds;
        }
        catch (BenchException failure)
        {
            Failure = failure.Message;
            return 0;
        }
    }

    /// <summary>Forgets how long the runs so far took.</summary>
    public void Warm() => _seconds.Clear();
}
