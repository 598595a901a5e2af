using System.Management.Automation;
using LogAnalysis.Counting;
using LogAnalysis.Errors;
using LogAnalysis.Model;

namespace LogAnalysis.Pipeline;

/// <summary>
/// Writes a result for each window of time, in their order: those that have ended when a follower has caught up, all at the end. Entries that
/// come when their window was written already make another result for the same window.
/// </summary>
/// <typeparam name="TSink">What counts one window.</typeparam>
internal sealed class WindowWriter<TSink> : IResultWriter
    where TSink : class, ILogSink
{
    private readonly PSCmdlet _cmdlet;
    private readonly WindowedSink<TSink> _windows;
    private readonly Func<TimeWindow, TSink, object> _describe;

    /// <param name="cmdlet">Where to write.</param>
    /// <param name="length">How long a window is.</param>
    /// <param name="create">Makes what counts a window.</param>
    /// <param name="describe">Makes a result of what was counted.</param>
    public WindowWriter(PSCmdlet cmdlet, TimeSpan length, Func<TSink> create, Func<TimeWindow, TSink, object> describe)
    {
        _cmdlet = cmdlet;
        _windows = new WindowedSink<TSink>(length, create, Write);
        _describe = describe;
    }

    /// <summary>Types of objects that the command takes otherwise. They are counted already and have no place in windows, which is reported.</summary>
    public required Type[] CountedTypes { get; init; }

    /// <inheritdoc/>
    public ILogSink Sink => _windows;

    /// <inheritdoc/>
    public ILogCounter? Counter => null;

    /// <inheritdoc/>
    public bool TryAdd(object counted)
    {
        bool isKnown = CountedTypes.Contains(counted.GetType());
        if (isKnown)
        {
            _cmdlet.WriteError(LogErrors.CannotSplitByTime(counted));
        }

        return isKnown;
    }

    /// <inheritdoc/>
    public void Flush() => Write(_windows.TakeEnded());

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
        // Windows have views of their own.
        var result = new PSObject(_describe(window, sink));
        result.TypeNames.Insert(0, result.TypeNames[0] + "#Window");
        _cmdlet.WriteObject(result);
    }
}
