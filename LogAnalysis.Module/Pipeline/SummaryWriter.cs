using System.Management.Automation;
using LogAnalysis.Counting;
using LogAnalysis.Model;

namespace LogAnalysis.Pipeline;

/// <summary>Writes how many errors there are: at the end, and whenever a follower has caught up and there are more than before.</summary>
internal sealed class SummaryWriter(PSCmdlet cmdlet) : IResultWriter
{
    /// <summary>The view of running totals.</summary>
    private const string RunningTotalView = "LogAnalysis.LogErrorSummary#SoFar";

    private readonly ErrorCounter _counter = new();
    private long _errorsWritten;
    private long _linesWritten = -1;
    private bool _isRunning;

    /// <inheritdoc/>
    public ILogSink Sink => _counter;

    /// <inheritdoc/>
    public ILogCounter Counter => _counter;

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
    public void Flush(ResultDelivery delivery)
    {
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
