using System.Management.Automation;

namespace LogAnalysis.Shell.Commands;

/// <summary>PowerShell's Set-Location, without its options.</summary>
[Cmdlet(VerbsCommon.Set, "Location")]
public sealed class SetLocationCommand : PSCmdlet
{
    /// <summary>The folder to go to. Default: the user's own.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [SupportsWildcards]
    public string Path { get; set; } = "~";

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        try
        {
            SessionState.Path.SetLocation(Path);
        }
        catch (SessionStateException failure)
        {
            WriteError(new ErrorRecord(failure, "PathNotFound", ErrorCategory.ObjectNotFound, Path));
        }
    }
}
