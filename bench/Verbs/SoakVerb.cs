using LogAnalysis.Bench.Loading;

namespace LogAnalysis.Bench.Verbs;

/// <summary>Follows files that are rotated all the time, for long, and says whether memory, handles and threads stay what they are.</summary>
internal static class SoakVerb
{
    private const double Mebi = 1 << 20;
    private const int SampleEvery = 5;

    /// <summary>What the first part of the time shows is how a process warms up.</summary>
    private const double WarmUp = 0.2;

    /// <summary>What rises by less from the first to the last sample is flat: samples spread by as much.</summary>
    private const double FlatPart = 0.1;

    /// <summary>Runs the verb.</summary>
    /// <returns>The exit code: 1 where something rose, or a line was lost or came twice.</returns>
    public static int Run(string[] arguments)
    {
        Dictionary<string, int> options = NumberOptions.Parse(arguments, new() { ["minutes"] = 10, ["files"] = 50, ["rate"] = 200, ["rotate"] = 5 });
        DirectoryInfo folder = Directory.CreateTempSubdirectory("loganalysis-soak-");
        try
        {
            return Run(new LoadPlan(folder.FullName, options["files"], options["rate"], options["minutes"] * 60, options["rotate"], Copies: true));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static int Run(LoadPlan plan)
    {
        Console.WriteLine($"{plan.Files} files, {plan.Rate} lines a second into each, for {plan.Seconds / 60} min, each rotated every {plan.RotateEvery} s by renaming and by copying in turn.");
        List<ProcessSample> samples = [];
        var run = new LoadRun(plan);
        run.Run(seconds => Sample(samples, seconds));
        WriteSamples(samples);
        Console.WriteLine();
        bool isFlat = WriteTrends([.. samples.Where(sample => sample.Seconds >= plan.Seconds * WarmUp && sample.Seconds <= plan.Seconds)]);
        Console.WriteLine();
        Console.WriteLine(
            $"{run.Written.Lines:N0} lines were written, {run.Written.Lines - run.Ledger.Lines:N0} did not come, {run.Ledger.Repeated:N0} came twice; "
            + $"longest delay {run.Ledger.WorstDelay:F0} ms; processor time {run.Processor:F1} s, {run.Processor / run.WritingSeconds:P1} of a core. {(isFlat ? "Flat." : "NOT flat.")}");
        return isFlat && run.Ledger.Repeated == 0 && run.Ledger.Lines == run.Written.Lines ? 0 : 1;
    }

    private static void Sample(List<ProcessSample> samples, double seconds)
    {
        if (samples.Count == 0 || seconds - samples[^1].Seconds >= SampleEvery)
        {
            samples.Add(ProcessSample.Take(seconds));
        }
    }

    private static void WriteSamples(List<ProcessSample> samples)
    {
        var table = new Table("seconds", "memory", "managed heap", "handles", "threads");
        int step = Math.Max(1, samples.Count / 20);
        foreach (ProcessSample sample in samples.Where((_, index) => index % step == 0))
        {
            table.Add($"{sample.Seconds:F0}", $"{sample.Memory / Mebi:F1} MiB", $"{sample.Heap / Mebi:F1} MiB", $"{sample.Handles}", $"{sample.Threads}");
        }

        table.Write(Console.Out);
    }

    private static bool WriteTrends(ProcessSample[] samples)
    {
        var table = new Table("after the first fifth", "mean", "rise an hour", "rise meanwhile");
        bool isFlat = samples.Length > 1;
        foreach ((string name, double spread, Func<ProcessSample, double> figure) in ((string, double, Func<ProcessSample, double>)[])
            [("memory, MiB", 8, s => s.Memory / Mebi), ("managed heap, MiB", 2, s => s.Heap / Mebi), ("handles", 5, s => s.Handles), ("threads", 2, s => s.Threads)])
        {
            Trend trend = Trend.Of(samples, figure);
            double part = trend.PartOver(samples[^1].Seconds - samples[0].Seconds);
            isFlat &= part * trend.Mean < Math.Max(FlatPart * trend.Mean, spread);
            table.Add(name, $"{trend.Mean:F1}", $"{trend.RisePerHour:+0.0;-0.0;0.0}", $"{part:+0.0%;-0.0%;0.0%}");
        }

        table.Write(Console.Out);
        return isFlat;
    }
}
