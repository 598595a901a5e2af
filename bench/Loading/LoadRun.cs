using System.Diagnostics;
using LogAnalysis.Following;

namespace LogAnalysis.Bench.Loading;

/// <summary>Follows what a writer writes, in this process, and keeps a ledger of the lines.</summary>
internal sealed class LoadRun
{
    private static readonly TimeSpan Wait = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan MaxSilence = TimeSpan.FromSeconds(10);

    private readonly LoadPlan _plan;
    private readonly Stopwatch _clock = new();

    /// <param name="plan">What is written.</param>
    public LoadRun(LoadPlan plan)
    {
        _plan = plan;
        Ledger = new LineLedger(plan.Files);
    }

    /// <summary>What has come.</summary>
    public LineLedger Ledger { get; }

    /// <summary>What the writer has written, and its processor time.</summary>
    public (long Lines, double Processor) Written { get; private set; }

    /// <summary>How long it wrote, in seconds.</summary>
    public double WritingSeconds { get; private set; }

    /// <summary>How long after the writer's last line the last one came, in seconds.</summary>
    public double CatchUpSeconds { get; private set; }

    /// <summary>The processor time of following, the ledger's included, in seconds.</summary>
    public double Processor { get; private set; }

    /// <summary>Runs it to its end.</summary>
    /// <param name="each">Called from time to time, with the seconds since the beginning.</param>
    public void Run(Action<double> each)
    {
        _plan.CreateFiles();
        using var self = Process.GetCurrentProcess();
        double before = self.TotalProcessorTime.TotalSeconds;
        using Follower follower = Follower.Start(_plan.Paths, new FollowOptions { FromStart = true });
        WaitUntilFollowing(follower);
        using var writer = new WriterProcess(_plan);
        _clock.Start();
        TakeWhile(follower, () => writer.IsRunning, each);
        WritingSeconds = _clock.Elapsed.TotalSeconds;
        Written = writer.Result;
        long lastCount = Ledger.Lines;
        var silence = Stopwatch.StartNew();
        TakeWhile(follower, () => Ledger.Lines < Written.Lines && IsHeard(ref lastCount, silence), each);
        CatchUpSeconds = _clock.Elapsed.TotalSeconds - WritingSeconds;
        self.Refresh();
        Processor = self.TotalProcessorTime.TotalSeconds - before;
    }

    /// <summary>What is rotated away before a follower has begun is not its concern.</summary>
    private static void WaitUntilFollowing(Follower follower)
    {
        while (follower.Take(Wait, CancellationToken.None) is not { EndsResuming: true })
        {
        }
    }

    private bool IsHeard(ref long lastCount, Stopwatch silence)
    {
        if (Ledger.Lines != lastCount)
        {
            lastCount = Ledger.Lines;
            silence.Restart();
        }

        return silence.Elapsed < MaxSilence;
    }

    private void TakeWhile(Follower follower, Func<bool> more, Action<double> each)
    {
        while (more())
        {
            if (follower.Take(Wait, CancellationToken.None) is FollowBatch batch)
            {
                if (batch.Errors.Count > 0)
                {
                    throw new BenchException(batch.Errors[0].Message);
                }

                long now = LoadLine.Now;
                batch.Entries.ForEach(entry => Ledger.Take(entry.Text, now));
            }

            each(_clock.Elapsed.TotalSeconds);
        }
    }
}
