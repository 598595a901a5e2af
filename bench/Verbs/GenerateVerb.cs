using LogAnalysis.Bench.Generating;

namespace LogAnalysis.Bench.Verbs;

/// <summary>Generates logs and the truth about them in a folder.</summary>
internal static class GenerateVerb
{
    /// <summary>Runs the verb.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="logs">Which, such as <c>access</c> or <c>access=1g</c>; all where none is named.</param>
    /// <returns>The exit code.</returns>
    public static int Run(string folder, string[] logs)
    {
        var data = DataFolder.Open(folder);
        foreach ((DataSet set, long size) in logs.Length == 0 ? DataSet.All.Select(set => (set, set.DefaultSize)) : [.. logs.Select(Parse)])
        {
            bool isGenerated = data.Prepare(set, size);
            Console.WriteLine($"{set.FileName}: {(isGenerated ? "generated" : "is there already")}, {size / 1e6:0.#} MB");
        }

        return 0;
    }

    private static (DataSet Set, long Size) Parse(string text)
    {
        string[] parts = text.Split('=', 2);
        DataSet set = DataSet.All.FirstOrDefault(set => set.Name == parts[0])
            ?? throw new BenchException($"There is no log '{parts[0]}' among {string.Join(", ", DataSet.All.Select(set => set.Name))}.");
        return (set, parts.Length == 1 ? set.DefaultSize : ByteSize.Parse(parts[1]));
    }
}
