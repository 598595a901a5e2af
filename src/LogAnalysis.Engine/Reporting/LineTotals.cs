using LogAnalysis.Counting;
using LogAnalysis.Model;

namespace LogAnalysis.Reporting;

/// <summary>The sums of those counts that lines add to.</summary>
internal sealed class LineTotals
{
    // An array of delegates: the loop runs for every line.
    private static readonly LineCount[] Counts = [.. ReportCounts.OfLines.Select(count => count.OfLine!)];

    private readonly long[] _totals = new long[Counts.Length];

    public void Add(in LogLine line)
    {
        for (int i = 0; i < Counts.Length; i++)
        {
            _totals[i] += Counts[i](in line);
        }
    }

    public void Add(LogStatusCode response) => Merge([.. ReportCounts.OfLines.Select(count => count.OfResponse?.Invoke(response) ?? 0)]);

    public void Merge(LineTotals other) => Merge(other._totals);

    public void Merge(ReadOnlySpan<long> totals)
    {
        for (int i = 0; i < _totals.Length; i++)
        {
            _totals[i] += totals[i];
        }
    }

    /// <summary>The totals, in the order of <see cref="ReportCounts.OfLines"/>.</summary>
    public long[] ToArray() => [.. _totals];

    /// <summary>Sets all counts of a report, those that follow from the levels too.</summary>
    public void SetOn(LogReport report, LevelCounter levels)
    {
        int line = 0;
        foreach (ReportCount count in ReportCounts.All)
        {
            count.Set(report, count.OfLevels is null ? _totals[line++] : count.OfLevels(levels));
        }
    }
}
