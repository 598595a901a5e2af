using System.Management.Automation;
using LogAnalysis.Counting;
using LogAnalysis.Model;

namespace LogAnalysis.Pipeline;

/// <summary>Writes how many errors there are: at the end, and whenever a follower has caught up and there are more than before.</summary>
/// <param name="cmdlet">Where to write.</param>
/// <param name="isLive">Whether to write running totals wherever the input comes from, whenever they have changed, once a second.</param>
internal sealed class SummaryWriter(PSCmdlet cmdlet, bool isLive) : IResultWriter
{
    /// <summary>Between two running totals, in milliseconds.</summary>
    private const int MinPause = 1000;

    /// <summary>The view of running totals.</summary>
    private const string RunningTotalView = "LogAnalysis.LogErrorSummary#SoFar";

    private readonly ErrorCounter _counter = new();
    private long _errorsWritten;
    private long _linesWritten = -1;
    private bool _isRunning;
    private long _nextWrite;

    /// <summary>Whether there are other totals than those that were written.</summary>
    private bool HasChanged => isLive && _counter.Lines > 0 && _counter.Lines != _linesWritten;

    /// <inheritdoc/>
    public ILogSink Sink => _counter;

    /// <inheritdoc/>
    public ILogCounter? Counter => isLive ? null : _counter;

    /// <inheritdoc/>
    public TimeSpan? UntilDue => HasChanged ? TimeSpan.FromMilliseconds(Math.Max(0, _nextWrite - Environment.TickCount64)) : null;

    /// <inheritdoc/>
    public InputOutcome Add(object counted)
    {
        switch (counted)
        {
            case LogErrorSummary summary:
                _counter.Add(summary);
                return InputOutcome.Taken;
            case LogStatusCode response:
                _counter.Add(response);
                return InputOutcome.Taken;
            default:
                return InputOutcome.Unsupported;
        }
    }

    /// <inheritdoc/>
    public void WriteDue(ResultDelivery delivery)
    {
        if (HasChanged && Environment.TickCount64 >= _nextWrite)
        {
            _nextWrite = Environment.TickCount64 + MinPause;
            _isRunning = true;
            StopDetector.Write(Write, delivery.Deliver);
        }
    }

    /// <inheritdoc/>
    public void Flush(ResultDelivery delivery)
    {
        if (isLive)
        {
            WriteDue(delivery);
            return;
        }

        if (_counter.Errors == _errorsWritten)
        {
            delivery.Deliver();
            return;
        }

        _isRunning = true;
        StopDetector.Write(Write, delivery.Deliver);
    }

    /// <inheritdoc/>
    public void Complete()
    {
        if (_counter.Lines != _linesWritten)
        {
            Write();
        }
    }

    private void Write()
    {
        _errorsWritten = _counter.Errors;
        _linesWritten = _counter.Lines;
        var summary = new PSObject(_counter.ToSummary());
        if (_isRunning)
        {
            // Also the last one, at the end: it is a line of the same table.
            summary.TypeNames.Insert(0, RunningTotalView);
        }

        cmdlet.WriteObject(summary);
    }
}
