using System.Globalization;
using System.Text.Json;

namespace LogAnalysis.Tests;

/// <summary>
/// Real logs with the truth about them, which are no part of the project: a folder with <c>labels.tsv</c>, named by the
/// environment variable LOGANALYSIS_LABELLED_LOGS, or <c>shared/data</c> beside the repository.
/// </summary>
internal static class LabelledLogs
{
    public static string Folder { get; } = Environment.GetEnvironmentVariable("LOGANALYSIS_LABELLED_LOGS")
        ?? Path.GetFullPath(RepositoryRoot.Combine("..", "shared", "data"));

    /// <summary>The labelled files; where the folder is missing, a name for what is skipped.</summary>
    public static IReadOnlyList<string> Known { get; } = File.Exists(Path.Combine(Folder, "labels.tsv"))
        ? [.. File.ReadLines(Path.Combine(Folder, "labels.tsv")).Skip(1).Select(line => line.Split('\t')[0])]
        : ["labels.tsv"];

    /// <summary>Why tests that need the folder are skipped; null where it is there.</summary>
    public static string? Missing { get; } =
        File.Exists(Path.Combine(Folder, "labels.tsv")) ? null : $"needs labelled logs, and there is no {Folder}/labels.tsv";

    public static Truth TruthOf(string file)
    {
        string[] row = File.ReadLines(Path.Combine(Folder, "labels.tsv")).Select(line => line.Split('\t')).Single(row => row[0] == file);
        return new Truth(
            Path.Combine(Folder, file),
            long.Parse(row[1], CultureInfo.InvariantCulture),
            long.Parse(row[2], CultureInfo.InvariantCulture),
            long.Parse(row[3], CultureInfo.InvariantCulture),
            new SortedDictionary<int, long>(JsonSerializer.Deserialize<Dictionary<int, long>>(row[4])!));
    }

    internal sealed record Truth(string Path, long Lines, long Errors, long Warnings, SortedDictionary<int, long> StatusCodes);
}
