using LogAnalysis.Bench.Fuzzing;
using LogAnalysis.Tests.Fuzzing.Hostile;

namespace LogAnalysis.Bench.Verbs;

/// <summary>Measures how time and memory grow with logs that were written to bring their reader down.</summary>
internal static class HostileVerb
{
    private const string DefaultLargest = "100m";

    /// <summary>Runs the verb.</summary>
    /// <returns>The exit code: 1 where time or memory grows faster than the log.</returns>
    public static int Run(string[] arguments)
    {
        Arguments parsed = Arguments.Parse(arguments, ["--largest", "--only", "--logs"], ["--all", "--markdown"]);
        IReadOnlyList<HostileJob> jobs = parsed.Choose("--only", HostileJob.All, job => job.Name);
        using var growth = new HostileGrowth(ByteSize.Parse(parsed.Find("--largest") ?? DefaultLargest));
        Table table = growth.NewTable();
        bool isLinear = true;
        string part = parsed.Find("--logs") ?? string.Empty;
        foreach (HostileLog log in HostileLogs.All.Where(log => log.Name.Contains(part, StringComparison.Ordinal)))
        {
            HostileFigures[] figures = [.. growth.Measure(log, jobs)];
            Console.Error.WriteLine($"{log.Name}: {figures.Max(job => job.Seconds[^1]):0.000} s");
            IEnumerable<HostileFigures> shown = parsed.Has("--all") ? figures : [figures.MaxBy(job => job.Seconds[^1])!];
            Array.ForEach([.. shown], job => table.Add(job.ToCells()));
            isLinear &= Array.TrueForAll(figures, job => job.IsLinear);
        }

        table.Write(Console.Out, parsed.Has("--markdown"));
        Console.WriteLine(isLinear ? "Time and memory grow no faster than the logs." : "Time or memory grows faster than a log.");
        return isLinear ? 0 : 1;
    }
}
