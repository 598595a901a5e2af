using LogAnalysis.Bench.Growing;

namespace LogAnalysis.Bench.Verbs;

/// <summary>Measures how soon there is a first result.</summary>
internal static class StartVerb
{
    private const int DefaultRuns = 10;

    /// <summary>Runs the verb.</summary>
    /// <returns>The exit code.</returns>
    public static int Run(string[] arguments)
    {
        Arguments parsed = Arguments.Parse(arguments, ["--data", "--runs"], ["--markdown"]);
        int runs = parsed.Count("--runs", DefaultRuns);
        using var folder = new WorkFolder(parsed.Find("--data") ?? Repository.DefaultDataFolder);
        Table table = new FirstResults(folder.Path, runs, Console.Error.WriteLine).Measure();
        Console.WriteLine($"New processes for each figure: {runs}. Milliseconds are medians.");
        Console.WriteLine();
        table.Write(Console.Out, parsed.Has("--markdown"));
        return 0;
    }
}
