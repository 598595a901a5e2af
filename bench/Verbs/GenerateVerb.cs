using LogAnalysis.Bench.Generating;

namespace LogAnalysis.Bench.Verbs;

/// <summary>Generates the logs that are compared over, with the truth about them.</summary>
internal static class GenerateVerb
{
    /// <summary>The option by which a log's size is stated.</summary>
    public const string SizeOption = "--size";

    /// <summary>Runs the verb.</summary>
    /// <returns>The exit code.</returns>
    public static int Run(string[] arguments)
    {
        Arguments parsed = Arguments.Parse(arguments, options: [SizeOption], values: 1);
        DataFolder.Prepare(parsed.Values[0], ReadSizes(parsed), DataSet.All, Console.WriteLine);
        return 0;
    }

    /// <summary>The sizes that are stated, such as <c>access=1g</c>, by the names of the logs.</summary>
    /// <exception cref="UsageException">One is none, or of no log.</exception>
    public static Dictionary<string, long> ReadSizes(Arguments arguments)
    {
        Dictionary<string, long> sizes = [];
        foreach (string text in arguments.All(SizeOption))
        {
            string[] parts = text.Split('=', 2);
            string name = DataSet.All.Any(set => set.Name == parts[0]) ? parts[0]
                : throw new UsageException($"There is no log '{parts[0]}'; sizes are those of {string.Join(", ", DataSet.All.Select(set => set.Name))}.");
            sizes[name] = ByteSize.Parse(parts.ElementAtOrDefault(1) ?? string.Empty);
        }

        return sizes;
    }
}
