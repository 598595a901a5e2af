using LogAnalysis.Bench.Generating;

namespace LogAnalysis.Bench.Comparing;

/// <summary>
/// Runs all contenders of one job in turn, round by round, so that whatever else the machine does hits all of them alike. Before the rounds,
/// each runs once to warm up, in a session for some seconds; for one that is slow this run is its only one.
/// </summary>
/// <param name="name">What the job is called.</param>
/// <param name="truth">What is true of the log.</param>
/// <param name="rounds">How many rounds.</param>
/// <param name="progress">Is told what runs.</param>
internal sealed class Contest(string name, LogTruth truth, int rounds, Action<string> progress)
{
    /// <summary>Whoever takes longer, in seconds, runs once only.</summary>
    public const double Slow = 20;

    /// <summary>How long a command runs in its session before it is measured, in seconds: .NET takes as long to compile well what runs often.</summary>
    public const double WarmUpSeconds = 3;

    /// <summary>Runs it.</summary>
    /// <returns>How each contender did, in their order.</returns>
    public Result[] Run(IReadOnlyList<Contender> contenders)
    {
        Facts[] truths = [.. contenders.Select(contender => Facts.Of(truth, contender.Question))];
        Result[] results = [.. contenders.Select(_ => new Result())];
        for (int round = 0; round <= rounds; round++)
        {
            for (int i = 0; i < contenders.Count; i++)
            {
                if (results[i].Failure is null && !results[i].Seconds.Any(seconds => seconds > Slow))
                {
                    progress($"{name}, {(round == 0 ? "warm-up" : $"round {round} of {rounds}")}: {contenders[i].Name}");
                    RunOnce(contenders[i], results[i], truths[i], isWarmUp: round == 0);
                }
            }
        }

        return results;
    }

    private static void RunOnce(Contender contender, Result result, Facts truth, bool isWarmUp)
    {
        double seconds = result.Measure(contender, truth);
        if (!isWarmUp || seconds > Slow)
        {
            return;
        }

        for (double total = seconds; contender.WarmsUp && result.Failure is null && total < WarmUpSeconds; total += seconds)
        {
            seconds = result.Measure(contender, truth);
        }

        result.Warm();
    }
}
