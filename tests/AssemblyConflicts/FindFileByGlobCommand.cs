using System.Management.Automation;
using Microsoft.Extensions.FileSystemGlobbing;

namespace LogAnalysis.Tests.AssemblyConflicts;

/// <summary>The one command of another module, which brings its own version of a library that LogAnalysis brings too.</summary>
[Cmdlet(VerbsCommon.Find, "FileByGlob")]
public sealed class FindFileByGlobCommand : PSCmdlet
{
    [Parameter(Mandatory = true, Position = 0)]
    public string Folder { get; set; } = string.Empty;

    protected override void ProcessRecord()
    {
        var matcher = new Matcher();
        matcher.AddInclude("**/*.log");
        WriteObject($"{typeof(Matcher).Assembly.GetName().Version!.Major}: {matcher.GetResultsInFullPath(Folder).Count()}");
    }
}
