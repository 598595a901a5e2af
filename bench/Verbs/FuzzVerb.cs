using LogAnalysis.Bench.Fuzzing;
using LogAnalysis.Tests.Fuzzing;

namespace LogAnalysis.Bench.Verbs;

/// <summary>Gives the engine any bytes for as long as one likes, and keeps those that break a promise.</summary>
internal static class FuzzVerb
{
    private const int DefaultMinutes = 5;
    private const string DefaultFile = "fuzz-failures.txt";

    /// <summary>Runs the verb.</summary>
    /// <returns>The exit code: 1 where a promise was broken.</returns>
    public static int Run(string[] arguments)
    {
        Arguments parsed = Arguments.Parse(arguments, ["--minutes", "--seed", "--only", "--failures", "--replay"], ["--markdown"]);
        return parsed.Find("--replay") is string file ? Replay(file) : Fuzz(parsed);
    }

    private static int Fuzz(Arguments parsed)
    {
        IReadOnlyList<FuzzTarget> targets = parsed.Choose("--only", FuzzTargets.All, target => target.Name);
        int seed = parsed.Count("--seed", Random.Shared.Next(1, int.MaxValue));
        var whole = TimeSpan.FromMinutes(parsed.Count("--minutes", DefaultMinutes));
        string failures = Path.GetFullPath(parsed.Find("--failures") ?? DefaultFile);
        var table = new Table("target", "inputs", "bytes", "inputs / second", "slowest input", "peak memory", "failures");
        int broken = 0;
        Console.WriteLine($"{Environment.ProcessorCount} threads, seed {seed}");
        foreach (FuzzTarget target in targets)
        {
            Console.Error.WriteLine(target.Name);
            FuzzFigures figures = FuzzRun.Measure(target, seed, whole / targets.Count);
            table.Add(figures.ToCells());
            broken += figures.Failures.Count;
            File.AppendAllLines(failures, figures.Failures.Select(failure => failure.ToString()));
        }

        table.Write(Console.Out, parsed.Has("--markdown"));
        Console.WriteLine(broken == 0 ? "No promise was broken." : $"Inputs that broke a promise are in {failures}.");
        return broken == 0 ? 0 : 1;
    }

    private static int Replay(string file)
    {
        bool isBroken = false;
        foreach (string line in File.ReadLines(file))
        {
            FuzzFailure failure = Read(line);
            string? reason = Fuzzer.Run(FuzzTargets.Find(failure.Target), failure.Input);
            Console.WriteLine($"{failure.Target}, {failure.Input.Length} bytes: {reason ?? "as promised"}");
            isBroken |= reason is not null;
        }

        return isBroken ? 1 : 0;
    }

    private static FuzzFailure Read(string line)
    {
        try
        {
            return FuzzFailure.Parse(line);
        }
        catch (FormatException wrong)
        {
            throw new UsageException(wrong.Message);
        }
    }
}
