using System.Management.Automation;
using LogAnalysis.Counting;
using LogAnalysis.Model;

namespace LogAnalysis.Pipeline;

/// <summary>Writes how often each wanted status occurs, at the end.</summary>
internal sealed class StatusCodeSummaryWriter(PSCmdlet cmdlet, StatusCodeFilter filter) : IResultWriter
{
    private readonly StatusCodeCounter _counter = new(filter);

    /// <inheritdoc/>
    public ILogSink Sink => _counter;

    /// <inheritdoc/>
    public ILogCounter Counter => _counter;

    /// <inheritdoc/>
    public InputOutcome Add(object counted)
    {
        switch (counted)
        {
            case LogStatusCodeCount count:
                _counter.Add(count);
                return InputOutcome.Taken;
            case LogStatusCode response:
                _counter.Add(response.Code, response.Timestamp);
                return InputOutcome.Taken;
            default:
                return InputOutcome.Unsupported;
        }
    }

    /// <inheritdoc/>
    public void Complete() => cmdlet.WriteObject(_counter.ToCounts(), enumerateCollection: true);
}
