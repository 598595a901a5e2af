using System.Diagnostics;

namespace LogAnalysis.Bench.Loading;

/// <summary>Follows many files at once: <c>load</c> says how many lines a second that holds, <c>soak</c> whether it stays flat for long.</summary>
internal sealed class LoadVerb
{
    private const double Mebi = 1 << 20;

    private readonly LoadPlan _plan;
    private readonly LoadRun _run;

    private LoadVerb(LoadPlan plan)
    {
        _plan = plan;
        _run = new LoadRun(plan);
    }

    /// <returns>The exit code: 1 where a line was lost or came twice.</returns>
    public static int Load(string[] arguments)
    {
        Dictionary<string, int> options = NumberOptions.Parse(arguments, new() { ["files"] = 100, ["rate"] = 10_000, ["seconds"] = 30, ["rotate"] = 10 });
        return Run(options, options["seconds"], copies: false, verb => verb.Load());
    }

    /// <returns>The exit code: 1 where something rose, or a line was lost or came twice.</returns>
    public static int Soak(string[] arguments)
    {
        Dictionary<string, int> options = NumberOptions.Parse(arguments, new() { ["minutes"] = 10, ["files"] = 50, ["rate"] = 200, ["rotate"] = 5 });
        return Run(options, 60 * options["minutes"], copies: true, verb => verb.Soak());
    }

    private static int Run(Dictionary<string, int> options, int seconds, bool copies, Func<LoadVerb, bool> measure)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("loganalysis-load-");
        try
        {
            var plan = new LoadPlan(folder.FullName, options["files"], options["rate"], seconds, options["rotate"], copies);
            Console.WriteLine($"{plan.Files} files, {plan.Rate} lines of {LoadLine.Length} bytes a second into each, for {seconds} s, each rotated every {plan.RotateEvery} s. {Environment.ProcessorCount} cores.");
            return measure(new LoadVerb(plan)) ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private bool Load()
    {
        _run.Run(_ => { });
        return WriteResult(withTail: true);
    }

    private bool Soak()
    {
        var samples = new ProcessSamples();
        _run.Run(samples.Take);
        bool isFlat = samples.Write(Console.Out, _plan.Seconds);
        return WriteResult(withTail: false) && isFlat;
    }

    /// <returns>Whether each line came once.</returns>
    private bool WriteResult(bool withTail)
    {
        var table = new Table("follower", "lines written", "a second", "lost", "twice", "caught up after", "longest delay", "processor time", "the writer's", "peak memory");
        using var self = Process.GetCurrentProcess();
        (LineLedger ledger, long written) = (_run.Ledger, _run.Written.Lines);
        table.Add(
            "LogAnalysis", $"{written:N0}", $"{written / _run.WritingSeconds:N0}", $"{written - ledger.Lines:N0}", $"{ledger.Repeated:N0}", $"{_run.CatchUpSeconds:F2} s",
            $"{ledger.WorstDelay / 1000:F2} s", $"{_run.Processor:F1} s", $"{_run.Written.Processor:F1} s", $"{self.PeakWorkingSet64 / Mebi:F0} MiB");
        Array.ForEach(Directory.GetFiles(_plan.Folder), File.Delete);
        if (withTail && TailRun.Run(_plan) is TailRun tail)
        {
            table.Add("tail -F", $"{tail.Written:N0}", "", $"{tail.Written - tail.Taken:N0}", "", "", "", $"{tail.Processor:F1} s", "", $"{tail.Memory / Mebi:F0} MiB");
        }

        table.Write(Console.Out);
        if (ledger.Missing > 0)
        {
            Console.WriteLine($"Lost, among others: {ledger.Example}.");
        }

        return ledger.Repeated == 0 && ledger.Lines == written;
    }
}
