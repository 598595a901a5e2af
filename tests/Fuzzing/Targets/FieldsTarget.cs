using System.Globalization;
using CsCheck;
using LogAnalysis.Counting;
using LogAnalysis.Model;
using LogAnalysis.Parsing;
using LogAnalysis.Querying;

namespace LogAnalysis.Tests.Fuzzing.Targets;

/// <summary>Which fields a log has, and their statistics, are the same wherever it is cut between two entries, and every number is one.</summary>
internal sealed class FieldsTarget() : FuzzTarget("fields")
{
    private static readonly string[][] Selections = [["*"], ["Elapsed", "Bytes", "Duration", "*time*"], ["[a-m]*", "StatusCode", "a.b.c"]];
    private static readonly string[][] Groupings = [[], ["Level", "Method"], ["User", "Host", "Exception"]];

    /// <inheritdoc/>
    public override Gen<byte[]> Inputs { get; } = AnyBytes.WithChoices(AnyBytes.Log);

    /// <inheritdoc/>
    public override void Try(byte[] input)
    {
        byte[] log = AnyBytes.TakeChoices(input, out Random random);
        var selection = new FieldSelection(Selections[random.Next(Selections.Length)], Groupings[random.Next(Groupings.Length)]);
        Func<ILogCounter> summary = () => new FieldSummaryCounter();
        Func<ILogCounter> statistics = () => new FieldStatisticsCounter(selection);
        int[] cuts = [random.Next(1, 40), random.Next(1, 40)];
        Promise.Same(Describe(Count(log, summary, [])), Describe(Count(log, summary, cuts)), "counting fields in parts");
        Promise.Same(Describe(Count(log, statistics, [])), Describe(Count(log, statistics, cuts)), "statistics in parts");
    }

    /// <summary>Counts a log, with another counter after as many lines as a cut says.</summary>
    private static ILogCounter Count(byte[] log, Func<ILogCounter> create, int[] cuts)
    {
        var cutting = new CuttingSink(create(), cuts);
        var lines = new LinePipeline(new LineSource(null), cutting);
        lines.Push(log);
        lines.Complete();
        return cutting.Complete();
    }

    private static string[] Describe(ILogCounter counter) => counter switch
    {
        FieldSummaryCounter fields => [.. fields.ToSummaries(3).Select(Describe)],
        FieldStatisticsCounter statistics => [.. statistics.ToStatistics(20, windowStart: null).Select(Describe)],
        _ => [],
    };

    private static string Describe(LogFieldSummary field)
    {
        Promise.That(field.Percent is >= 0 and <= 100 && field.Count > 0, $"{field.Name} is in {field.Percent} % of entries");
        Promise.That(!field.Name.Contains('\x1b', StringComparison.Ordinal));
        return $"{field.Name} {field.Type} {field.Count} {field.Percent} {field.Distinct} {field.Minimum} {field.Maximum}";
    }

    private static string Describe(LogFieldStatistics field)
    {
        double?[] ascending = [field.Minimum, field.P50, field.P90, field.P95, field.P99, field.Maximum];
        Promise.That(ascending.All(number => number is null || double.IsFinite(number.Value)), $"{field.Name}: {string.Join(' ', ascending)}");
        Promise.That(ascending.Zip(ascending.Skip(1)).All(pair => !(pair.First > pair.Second)), $"{field.Name}: {string.Join(' ', ascending)}");
        Promise.That(field.Average is null || double.IsFinite(field.Average.Value));

        // What has more digits than a sum keeps is added in the order in which it comes.
        return string.Create(CultureInfo.InvariantCulture, $"{field.Name} {field.Group} {field.Count} {field.Sum:G10} {string.Join(' ', ascending)} {field.Distinct}");
    }
}
