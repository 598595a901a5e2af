using System.Management.Automation;
using LogAnalysis.Counting;
using LogAnalysis.Model;

namespace LogAnalysis.Pipeline;

/// <summary>Writes each response with a wanted status into the pipeline as soon as its line is read.</summary>
internal sealed class StatusCodeEmitter(PSCmdlet cmdlet, StatusCodeFilter filter) : ILogSink
{
    /// <inheritdoc/>
    public void Add(in LogLine line)
    {
        if (filter.Includes(line.Fields.Status))
        {
            cmdlet.WriteObject(LogStatusCode.From(in line));
        }
    }
}
