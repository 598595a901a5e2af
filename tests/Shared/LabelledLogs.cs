using System.Globalization;
using System.Text.Json;

namespace LogAnalysis.Tests;

/// <summary>
/// Real logs with the truth about them, which are no part of the project: a folder with <c>labels.tsv</c>, named by the
/// environment variable LOGANALYSIS_LABELLED_LOGS.
/// </summary>
internal static class LabelledLogs
{
    public static string Folder { get; } = Environment.GetEnvironmentVariable("LOGANALYSIS_LABELLED_LOGS") ?? string.Empty;

    /// <summary>Why tests that need the folder are skipped; null where it is there.</summary>
    public static string? Missing { get; } = Folder.Length > 0 && File.Exists(Labels)
        ? null
        : "needs labelled logs: LOGANALYSIS_LABELLED_LOGS names no folder with labels.tsv";

    /// <summary>The labelled files; where the folder is missing, a name for what is skipped.</summary>
    public static IReadOnlyList<string> Known { get; } = Missing is null
        ? [.. File.ReadLines(Labels).Skip(1).Select(line => line.Split('\t')[0])]
        : ["labels.tsv"];

    private static string Labels => Path.Combine(Folder, "labels.tsv");

    public static Truth TruthOf(string file)
    {
        string[] row = File.ReadLines(Labels).Select(line => line.Split('\t')).Single(row => row[0] == file);
        return new Truth(
            Path.Combine(Folder, file),
            long.Parse(row[1], CultureInfo.InvariantCulture),
            long.Parse(row[2], CultureInfo.InvariantCulture),
            long.Parse(row[3], CultureInfo.InvariantCulture),
            new SortedDictionary<int, long>(JsonSerializer.Deserialize<Dictionary<int, long>>(row[4])!));
    }

    internal sealed record Truth(string Path, long Lines, long Errors, long Warnings, SortedDictionary<int, long> StatusCodes);
}
