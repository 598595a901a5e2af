using System.Management.Automation;
using LogAnalysis.Counting;
using LogAnalysis.Model;

namespace LogAnalysis.Pipeline;

/// <summary>Writes errors by what they have in common, at the end.</summary>
/// <param name="cmdlet">Where to.</param>
/// <param name="grouping">Counts them.</param>
/// <param name="top">How many groups to write, the largest first.</param>
internal sealed class GroupWriter(PSCmdlet cmdlet, IGroupCounter grouping, int top) : IResultWriter
{
    /// <inheritdoc/>
    public ILogSink Sink => grouping;

    /// <inheritdoc/>
    public ILogCounter Counter => grouping;

    /// <inheritdoc/>
    public InputOutcome Add(object counted)
    {
        switch (counted)
        {
            case LogErrorGroup group when group.By == grouping.By:
                grouping.Add(group);
                return InputOutcome.Taken;
            case LogStatusCode response when grouping.TryAdd(response):
                return InputOutcome.Taken;
            default:
                return InputOutcome.Unsupported;
        }
    }

    /// <inheritdoc/>
    public void Complete() => cmdlet.WriteObject(grouping.ToGroups().Take(top), enumerateCollection: true);
}
