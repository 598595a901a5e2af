using LogAnalysis.Model;

namespace LogAnalysis.Bench.Micro;

/// <summary>Counts lines, and keeps a part of each where one is asked for.</summary>
internal sealed class LineSink(LineSink.Selector? select = null) : ILogSink, ILineHandler
{
    /// <summary>A part of a line, which is valid only during the call.</summary>
    public delegate ReadOnlySpan<byte> Selector(in LogLine line);

    public int Lines { get; private set; }

    public List<byte[]> Parts { get; } = [];

    public void Add(in LogLine line)
    {
        Lines++;
        if (select is not null)
        {
            Parts.Add(select(in line).ToArray());
        }
    }

    public void Handle(in RawLine line) => Lines++;
}
