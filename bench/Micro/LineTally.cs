using LogAnalysis.Model;

namespace LogAnalysis.Bench.Micro;

/// <summary>Counts lines and does nothing else with them, so that what comes before is measured alone.</summary>
internal sealed class LineTally : ILogSink, ILineHandler
{
    /// <summary>How many there were.</summary>
    public int Lines { get; private set; }

    /// <inheritdoc/>
    public void Add(in LogLine line) => Lines++;

    /// <inheritdoc/>
    public void Handle(in RawLine line) => Lines++;
}
