using System.Management.Automation;

namespace LogAnalysis.Shell.Commands;

/// <summary>The part of PowerShell's Get-ChildItem that log pipelines need: files and folders as objects.</summary>
[Cmdlet(VerbsCommon.Get, "ChildItem", DefaultParameterSetName = "Path")]
[OutputType(typeof(FileInfo), typeof(DirectoryInfo))]
public sealed class GetChildItemCommand : PSCmdlet
{
    /// <summary>The files and folders; wildcards are expanded. Default: the current folder.</summary>
    [Parameter(Position = 0, ParameterSetName = "Path", ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    public string[] Path { get; set; } = ["."];

    /// <summary>The files and folders, by names in which no character is a wildcard.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "LiteralPath", ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "LP")]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>Whether to go into folders.</summary>
    [Parameter]
    [Alias("s")]
    public SwitchParameter Recurse { get; set; }

    /// <summary>Whether to write files only.</summary>
    [Parameter]
    public SwitchParameter File { get; set; }

    /// <summary>Whether to write folders only.</summary>
    [Parameter]
    public SwitchParameter Directory { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        bool literal = ParameterSetName == "LiteralPath";
        foreach (string path in literal ? LiteralPath : Path)
        {
            try
            {
                foreach (PSObject item in InvokeProvider.ChildItem.Get([path], Recurse, uint.MaxValue, force: false, literal))
                {
                    WriteWanted(item);
                }
            }
            catch (Exception failure) when (failure is SessionStateException or IOException or UnauthorizedAccessException)
            {
                WriteError(new ErrorRecord(failure, "PathNotFound", ErrorCategory.ObjectNotFound, path));
            }
        }
    }

    private void WriteWanted(PSObject item)
    {
        bool wanted = item.BaseObject switch
        {
            FileInfo => !Directory,
            DirectoryInfo => !File,
            _ => true,
        };
        if (wanted)
        {
            WriteObject(item);
        }
    }
}
