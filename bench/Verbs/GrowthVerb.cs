using LogAnalysis.Bench.Generating;
using LogAnalysis.Bench.Growing;

namespace LogAnalysis.Bench.Verbs;

/// <summary>Measures how time and memory grow with files.</summary>
internal static class GrowthVerb
{
    private const int DefaultRuns = 3;
    private const string DefaultLargest = "10g";

    /// <summary>Runs the verb.</summary>
    /// <returns>The exit code.</returns>
    public static int Run(string[] arguments)
    {
        Arguments parsed = Arguments.Parse(arguments, ["--data", "--largest", "--runs"], ["--markdown"]);
        bool asMarkdown = parsed.Has("--markdown");
        long largest = ByteSize.Parse(parsed.Find("--largest") ?? DefaultLargest);
        int runs = parsed.Count("--runs", DefaultRuns);
        using var folder = new WorkFolder(parsed.Find("--data") ?? Repository.DefaultDataFolder);
        var growth = new Growth(folder.Path, largest, runs, Console.Error.WriteLine);
        Console.WriteLine($"New processes for each figure: {runs}. Memory is that of the first run, the highest; seconds are those after {Growth.WarmUpSeconds} s more, medians.");
        foreach (Func<Table> measure in (Func<Table>[])[() => growth.OverSizes(DataSet.App), () => growth.OverSizes(DataSet.Access), growth.OverFiles])
        {
            Table table = measure();
            Console.WriteLine();
            table.Write(Console.Out, asMarkdown);
        }

        return 0;
    }
}
