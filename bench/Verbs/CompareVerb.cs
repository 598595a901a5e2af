using LogAnalysis.Bench.Comparing;
using LogAnalysis.Bench.Generating;

namespace LogAnalysis.Bench.Verbs;

/// <summary>Compares the module with other tools that do the same.</summary>
internal static class CompareVerb
{
    private const int DefaultRounds = 5;

    /// <summary>Runs the verb.</summary>
    /// <returns>The exit code: 1 where the module answered what is not true.</returns>
    public static int Run(string[] arguments)
    {
        Arguments parsed = Arguments.Parse(arguments, ["--data", "--rounds", "--only", GenerateVerb.SizeOption], ["--markdown"]);
        IReadOnlyList<Job> jobs = parsed.Choose("--only", Jobs.All, job => job.Name);
        int rounds = parsed.Count("--rounds", DefaultRounds);
        bool asMarkdown = parsed.Has("--markdown");
        DataFolder data = DataFolder.Prepare(
            parsed.Find("--data") ?? Repository.DefaultDataFolder, GenerateVerb.ReadSizes(parsed), jobs.Select(job => job.Log).Distinct(), Console.Error.WriteLine);
        using var comparison = new Comparison(data, rounds, Console.Error.WriteLine);
        Console.WriteLine(comparison.Machine);
        Console.WriteLine($"Rounds in turn: {rounds}, after one to warm up, and {Contest.WarmUpSeconds} s in sessions. Seconds are medians. What takes more than {Contest.Slow} s runs once only.");
        bool areOursRight = true;
        foreach (Job job in jobs)
        {
            Standings standings = comparison.Run(job);
            Console.WriteLine();
            Console.WriteLine(asMarkdown ? $"### {standings.Title}{Environment.NewLine}" : standings.Title);
            standings.ToTable().Write(Console.Out, asMarkdown);
            areOursRight &= standings.AreOursRight;
        }

        string[] missing = [.. Comparison.FindMissing(jobs)];
        Console.WriteLine();
        Console.WriteLine(missing.Length == 0 ? "All tools are installed." : $"Not installed: {string.Join(", ", missing)}");
        return areOursRight ? 0 : 1;
    }
}
