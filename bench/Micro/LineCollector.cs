using LogAnalysis.Model;

namespace LogAnalysis.Bench.Micro;

/// <summary>Keeps something of each line.</summary>
internal sealed class LineCollector<T>(LineSelector<T> select) : ILogSink
{
    /// <summary>What was taken, in the order of the lines.</summary>
    public List<T> Items { get; } = [];

    /// <inheritdoc/>
    public void Add(in LogLine line) => Items.Add(select(in line));
}
