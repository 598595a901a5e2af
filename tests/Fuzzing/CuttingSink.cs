using LogAnalysis.Model;

namespace LogAnalysis.Tests.Fuzzing;

/// <summary>Counts a log by one counter after the other, which are merged in the end: where <see cref="ILogCounter.Fork"/> allows it.</summary>
/// <param name="counter">The first.</param>
/// <param name="cuts">After how many lines each of the next ones begins.</param>
internal sealed class CuttingSink(ILogCounter counter, int[] cuts) : ILogSink
{
    private readonly List<ILogCounter> _done = [];
    private ILogCounter _current = counter.Fork();
    private object? _stream;
    private bool _hasStreams;
    private int _lines;

    /// <inheritdoc/>
    public LogLevel DetailThreshold => counter.DetailThreshold;

    /// <inheritdoc/>
    public void Add(in LogLine line)
    {
        // Lines of an entry are not parted. Where there are several streams, one of another may go on.
        _hasStreams |= !ReferenceEquals(_stream ??= line.Stream, line.Stream);
        if (!line.IsContinuation && !_hasStreams && _done.Count < cuts.Length && ++_lines >= cuts[_done.Count])
        {
            _done.Add(_current);
            _current = counter.Fork();
            _lines = 0;
        }

        _current.Add(in line);
    }

    /// <inheritdoc/>
    public void Flush() => _current.Flush();

    /// <summary>Merges what was counted.</summary>
    public ILogCounter Complete()
    {
        _done.Add(_current);
        _done.ForEach(counter.Merge);
        return counter;
    }
}
