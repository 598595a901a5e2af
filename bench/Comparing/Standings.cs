using LogAnalysis.Bench.Generating;

namespace LogAnalysis.Bench.Comparing;

/// <summary>What came of one job.</summary>
/// <param name="job">The job.</param>
/// <param name="truth">What is true of its log.</param>
/// <param name="contenders">The module's command in a session, the same as a process, and the peers.</param>
/// <param name="results">How each of these did.</param>
/// <param name="peers">The peers, in their order.</param>
internal sealed class Standings(Job job, LogTruth truth, Contender[] contenders, Result[] results, Peer[] peers)
{
    private const int Ours = 2;

    private readonly double _session = results[0].Median;
    private readonly double _process = results[1].Median;

    /// <summary>Whether what the module answered is true.</summary>
    public bool AreOursRight => results.Take(Ours).All(result => result.IsRight);

    /// <summary>What was done over what.</summary>
    public string Title =>
        $"{job.Name}: {job.Command.Replace($"'{Peer.LogPlaceholder}'", job.Log.FileName, StringComparison.Ordinal)}, {ByteSize.Format(truth.Bytes)}, {truth.Lines:N0} lines";

    /// <summary>The figures.</summary>
    public Table ToTable()
    {
        var table = new Table("tool", "seconds", "min - max", "session / tool", "process / tool", "at most", "answer");
        for (int i = 0; i < contenders.Length; i++)
        {
            double? limit = i < Ours ? null : peers[i - Ours].AtMost;
            table.Add(
                contenders[i].Name,
                Format(results[i].Median),
                FormatRange(results[i].Seconds),
                i < Ours ? string.Empty : Format(_session / results[i].Median),
                i < Ours ? string.Empty : Format(_process / results[i].Median),
                limit is null ? string.Empty : $"{limit} {(_session <= limit * results[i].Median ? "met" : "missed")}",
                Describe(contenders[i], results[i]));
        }

        return table;
    }

    private static string Describe(Contender contender, Result result) =>
        result.Failure is not null ? $"failed: {result.Failure}"
        : result.Fault is not null ? $"wrong: {result.Fault}"
        : $"right: {contender.Question.ToString().ToLowerInvariant()}";

    private static string FormatRange(IReadOnlyList<double> seconds) => seconds.Count switch
    {
        0 => string.Empty,
        1 => "one run",
        _ => $"{Format(seconds.Min())} - {Format(seconds.Max())}",
    };

    /// <summary>Three digits, however small.</summary>
    private static string Format(double number) => double.IsNaN(number) ? string.Empty : number switch
    {
        >= 100 => $"{number:0}",
        >= 10 => $"{number:0.0}",
        >= 1 => $"{number:0.00}",
        >= 0.1 => $"{number:0.000}",
        _ => $"{number:0.0000}",
    };
}
