using System.Management.Automation;
using LogAnalysis.Pipeline;

namespace LogAnalysis.Tests;

/// <summary>Begins as the counting commands do, and writes the name of the type of each object that comes.</summary>
[Cmdlet(VerbsCommon.Show, "Input")]
public sealed class ShowInputCommand : PSCmdlet
{
    [Parameter(ValueFromPipeline = true)]
    public object? InputObject { get; set; }

    protected override void BeginProcessing() => DirectPipelineDetector.ReaderBegins(MyInvocation);

    protected override void ProcessRecord() => WriteObject((InputObject as PSObject)?.BaseObject.GetType().Name ?? InputObject?.GetType().Name);
}
