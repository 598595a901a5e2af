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
        Dictionary<string, int> options = NumberOptions.Parse(arguments, new() { ["files"] = 100, ["rate"] = 10_000, ["seconds"] = 30, ["rotate"] = 10 });
        DirectoryInfo folder = Directory.CreateTempSubdirectory("loganalysis-load-");
        try
        {
            return Run(new LoadPlan(folder.FullName, options["files"], options["rate"], options["seconds"], options["rotate"], Copies: false));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static int Run(LoadPlan plan)
    {
        Console.WriteLine($"{plan.Files} files, {plan.Rate} lines a second into each, for {plan.Seconds} s, each renamed every {plan.RotateEvery} s; lines of {LoadLine.Length} bytes. {Environment.ProcessorCount} cores.");
        var table = new Table("follower", "lines written", "a second", "lost", "twice", "caught up after", "longest delay", "processor time", "the writer's", "peak memory");
        var run = new LoadRun(plan);
        run.Run(_ => { });
        using var self = Process.GetCurrentProcess();
        (LineLedger ledger, long written) = (run.Ledger, run.Written.Lines);
        table.Add(
            "LogAnalysis", $"{written:N0}", $"{written / run.WritingSeconds:N0}", $"{written - ledger.Lines:N0}", $"{ledger.Repeated:N0}", $"{run.CatchUpSeconds:F2} s",
            $"{ledger.WorstDelay / 1000:F2} s", $"{run.Processor:F1} s", $"{run.Written.Processor:F1} s", $"{self.PeakWorkingSet64 / Mebi:F0} MiB");
        Array.ForEach(Directory.GetFiles(plan.Folder), File.Delete);
        if (TailRun.Run(plan) is TailRun tail)
        {
            table.Add("tail -F | wc -l", $"{tail.Written:N0}", "", $"{tail.Written - tail.Taken:N0}", "", "", "", $"{tail.Processor:F1} s", "", $"{tail.Memory / Mebi:F0} MiB");
        }

        table.Write(Console.Out);
        if (ledger.Missing > 0)
        {
            Console.WriteLine($"Lost, among others: {ledger.Example}.");
        }

        return ledger.Repeated == 0 && ledger.Lines == written ? 0 : 1;
    }
}
