using System.Management.Automation;
using LogAnalysis.Counting;
using LogAnalysis.Model;

namespace LogAnalysis.Pipeline;

/// <summary>Writes each response with a wanted status as soon as its line is read.</summary>
internal sealed class StatusCodeEmitter(PSCmdlet cmdlet, StatusCodeFilter filter) : IResultWriter, ILogSink
{
    /// <inheritdoc/>
    public ILogSink Sink => this;

    /// <inheritdoc/>
    public ILogCounter? Counter => null;

    /// <inheritdoc/>
    public void Add(in LogLine line)
    {
        if (filter.Includes(line.Fields.Status))
        {
            cmdlet.WriteObject(LogStatusCode.From(in line));
        }
    }

    /// <inheritdoc/>
    public InputOutcome Add(object counted)
    {
        if (counted is not LogStatusCode response)
        {
            return InputOutcome.Unsupported;
        }

        if (filter.Includes(response.Code))
        {
            cmdlet.WriteObject(response);
        }

        return InputOutcome.Taken;
    }

    /// <inheritdoc/>
    public void Begin(ResultDelivery delivery) => delivery.IsImmediate = true;

    /// <inheritdoc/>
    public void Complete()
    {
    }
}
