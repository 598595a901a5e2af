using LogAnalysis.Counting;
using LogAnalysis.Model;

namespace LogAnalysis.Pipeline;

/// <summary>
/// Writes a result for each window of time, in their order: the ended ones when a follower has caught up, all at the end. Entries that
/// come when their window was written already make another result for the same window.
/// </summary>
/// <typeparam name="TSink">What counts one window.</typeparam>
internal sealed class WindowWriter<TSink> : IResultWriter
    where TSink : class, ILogSink
{
    private readonly WindowedSink<TSink> _windows;
    private readonly Action<TimeWindow, TSink> _write;

    /// <param name="length">How long a window is.</param>
    /// <param name="create">Makes what counts a window.</param>
    /// <param name="write">Writes what was counted.</param>
    public WindowWriter(TimeSpan length, Func<TSink> create, Action<TimeWindow, TSink> write)
    {
        _windows = new WindowedSink<TSink>(length, create, write);
        _write = write;
    }

    /// <inheritdoc/>
    public ILogCounter? Counter => null;

    /// <inheritdoc/>
    public void Add(in LogLine line) => _windows.Add(in line);

    /// <inheritdoc/>
    public bool TryAdd(object counted) => false;

    /// <inheritdoc/>
    public void Pause() => Write(_windows.TakeEnded());

    /// <inheritdoc/>
    public void End() => Write(_windows.TakeAll());

    private void Write(IEnumerable<(TimeWindow Window, TSink Sink)> windows)
    {
        foreach ((TimeWindow window, TSink sink) in windows)
        {
            _write(window, sink);
        }
    }
}
