using System.Management.Automation;
using LogAnalysis.Counting;
using LogAnalysis.Following;
using LogAnalysis.Model;

namespace LogAnalysis.Pipeline;

/// <summary>
/// Writes results for each window of time, in their order: as soon as the time of the log has passed it, or the clock where nothing comes;
/// where the input is known to have an end, all at the end. Entries that come when their window was written already make another result for
/// the same window.
/// </summary>
/// <typeparam name="TSink">What counts one window.</typeparam>
internal sealed class WindowWriter<TSink> : IResultWriter
    where TSink : class, ILogSink
{
    /// <summary>How often the clock is looked at while input comes, in milliseconds.</summary>
    private const int LookInterval = 50;

    private readonly PSCmdlet _cmdlet;
    private readonly bool _isLive;
    private readonly WindowedSink<TSink> _windows;
    private readonly Func<TimeWindow, TSink, IEnumerable<object>> _describe;

    /// <summary>What had come before each window that is open.</summary>
    private readonly Dictionary<TSink, CheckpointProgress> _marks = [];
    private ResultDelivery _delivery = ResultDelivery.Detached();
    private long _nextLook;

    /// <param name="cmdlet">Where to write.</param>
    /// <param name="length">How long a window is.</param>
    /// <param name="create">Makes what counts a window.</param>
    /// <param name="describe">Makes results of what was counted.</param>
    /// <param name="isLive">Whether the input is followed as it is written, wherever it comes from.</param>
    public WindowWriter(PSCmdlet cmdlet, TimeSpan length, Func<TSink> create, Func<TimeWindow, TSink, IEnumerable<object>> describe, bool isLive = false)
    {
        _isLive = isLive;
        _cmdlet = cmdlet;
        _windows = new WindowedSink<TSink>(length, () => Mark(create()), Write);
        _describe = describe;
    }

    /// <summary>Types of objects that the command takes otherwise. They are counted already and have no place in windows.</summary>
    public required Type[] CountedTypes { get; init; }

    /// <inheritdoc/>
    public ILogSink Sink => _windows;

    /// <inheritdoc/>
    public ILogCounter? Counter => null;

    /// <inheritdoc/>
    public InputOutcome Add(object counted) => CountedTypes.Contains(counted.GetType()) ? InputOutcome.CannotSplitByTime : InputOutcome.Unsupported;

    /// <inheritdoc/>
    public void Begin(ResultDelivery delivery) => _delivery = delivery;

    /// <inheritdoc/>
    public TimeSpan? UntilDue => _windows.UntilDue;

    /// <inheritdoc/>
    public void Expect(InputOrigin origin)
    {
        _windows.IsEager = _isLive || origin != InputOrigin.Finite;
        _windows.IsFollowed = _isLive || origin == InputOrigin.Followed;
    }

    /// <inheritdoc/>
    public void WriteDue(ResultDelivery delivery)
    {
        if (_windows.IsEager && Environment.TickCount64 >= _nextLook)
        {
            _nextLook = Environment.TickCount64 + LookInterval;
            _windows.PassDue();
        }
    }

    /// <inheritdoc/>
    public void Flush(ResultDelivery delivery)
    {
        Write(_windows.TakeEnded());
        Deliver();
    }

    /// <inheritdoc/>
    public void Complete() => Write(_windows.TakeAll());

    private void Write(IEnumerable<(TimeWindow Window, TSink Sink)> windows)
    {
        foreach ((TimeWindow window, TSink sink) in windows)
        {
            Write(window, sink);
        }
    }

    private void Write(TimeWindow window, TSink sink)
    {
        StopDetector.Write(() => WriteResults(window, sink), () =>
        {
            _marks.Remove(sink);
            Deliver();
        });
    }

    private void WriteResults(TimeWindow window, TSink sink)
    {
        foreach (object described in _describe(window, sink))
        {
            _cmdlet.WriteObject(ObjectShape.OfWindow(described));
        }
    }

    /// <summary>What had come before the first window that is open is in results.</summary>
    private void Deliver()
    {
        if (_marks.Values.MinBy(mark => mark.Number) is CheckpointProgress first)
        {
            _delivery.Deliver(first);
        }
    }

    private TSink Mark(TSink sink)
    {
        _marks.Add(sink, _delivery.Mark());
        return sink;
    }
}
