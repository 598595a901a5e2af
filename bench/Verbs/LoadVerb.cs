using System.Diagnostics;
using LogAnalysis.Bench.Loading;

namespace LogAnalysis.Bench.Verbs;

/// <summary>Follows many busy files at once, and says how many lines a second it holds.</summary>
internal static class LoadVerb
{
    private const double Mebi = 1 << 20;

    /// <summary>Runs the verb.</summary>
    /// <returns>The exit code: 1 where a line was lost or came twice.</returns>
    public static int Run(string[] arguments)
    {
        Arguments parsed = Arguments.Parse(arguments, ["--data", "--files", "--rate", "--seconds", "--rotate"], ["--markdown", "--no-tail"]);
        using var folder = new WorkFolder(parsed.Find("--data") ?? Repository.DefaultDataFolder);
        var plan = new LoadPlan(
            folder.Path, parsed.Count("--files", 100), parsed.Count("--rate", 10_000), parsed.Count("--seconds", 30), parsed.Count("--rotate", 10), Copies: false);
        Console.WriteLine($"{plan.Files} files, {plan.Rate} lines a second into each, for {plan.Seconds} s, each renamed every {plan.RotateEvery} s; lines of {LoadLine.Length} bytes. {Environment.ProcessorCount} cores.");
        var table = new Table("follower", "lines written", "a second", "lost", "twice", "caught up after", "longest delay", "processor time", "the writer's", "peak memory");
        var run = new LoadRun(plan);
        run.Run(_ => { });
        using (var self = Process.GetCurrentProcess())
        {
            table.Add(
                "LogAnalysis", $"{run.Written.Lines:N0}", $"{run.Written.Lines / run.WritingSeconds:N0}", $"{run.Written.Lines - run.Ledger.Lines:N0}", $"{run.Ledger.Repeated:N0}",
                $"{run.CatchUpSeconds:F2} s", $"{run.Ledger.WorstDelayOfAll / 1000:F2} s", $"{run.Processor:F1} s", $"{run.Written.Processor:F1} s", $"{self.PeakWorkingSet64 / Mebi:F0} MiB");
        }

        Array.ForEach(Directory.GetFiles(folder.Path), File.Delete);
        if (!parsed.Has("--no-tail") && TailRun.Run(plan) is TailRun tail)
        {
            table.Add("tail -F | wc -l", $"{tail.Written:N0}", string.Empty, $"{tail.Written - tail.Taken:N0}", string.Empty, string.Empty, string.Empty, $"{tail.Processor:F1} s", string.Empty, $"{tail.Memory / Mebi:F0} MiB");
        }

        table.Write(Console.Out, parsed.Has("--markdown"));
        if (run.Ledger.Missing > 0)
        {
            Console.WriteLine($"Lost, among others: {run.Ledger.Example}.");
        }

        return run.Ledger.Repeated == 0 && run.Ledger.Lines == run.Written.Lines ? 0 : 1;
    }
}
