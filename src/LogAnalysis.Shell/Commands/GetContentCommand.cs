using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Provider;

namespace LogAnalysis.Shell.Commands;

/// <summary>
/// The part of PowerShell's Get-Content that log pipelines need: lines as strings, each with the notes (<c>PSPath</c> and so on)
/// that the real one puts on them.
/// </summary>
[Cmdlet(VerbsCommon.Get, "Content", DefaultParameterSetName = "Path")]
[OutputType(typeof(string))]
public sealed class GetContentCommand : PSCmdlet
{
    private const int LinesAtOnce = 100;

    private bool _stopped;

    /// <summary>The files; wildcards are expanded.</summary>
    [Parameter(Position = 0, Mandatory = true, ParameterSetName = "Path", ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>The files, by names in which no character is a wildcard.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "LiteralPath", ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "LP")]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>How many lines of each file to write. Default: all.</summary>
    [Parameter]
    [Alias("First", "Head")]
    [ValidateRange(0, long.MaxValue)]
    public long TotalCount { get; set; } = long.MaxValue;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (string path in ParameterSetName == "LiteralPath" ? LiteralPath.Select(WildcardPattern.Escape) : Path)
        {
            try
            {
                foreach (PathInfo file in SessionState.Path.GetResolvedPSPathFromPSPath(path))
                {
                    WriteLines(file);
                }
            }
            catch (Exception failure) when (failure is SessionStateException or IOException or UnauthorizedAccessException)
            {
                WriteError(new ErrorRecord(failure, "PathNotFound", ErrorCategory.ObjectNotFound, path));
            }
        }
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => _stopped = true;

    private void WriteLines(PathInfo file)
    {
        PSNoteProperty[] notes = Notes(file);
        foreach (IContentReader reader in InvokeProvider.Content.GetReader([file.ProviderPath], force: false, literalPath: true))
        {
            using (reader)
            {
                WriteLines(reader, notes);
            }
        }
    }

    private void WriteLines(IContentReader reader, PSNoteProperty[] notes)
    {
        long written = 0;
        while (!_stopped && written < TotalCount && reader.Read(Math.Min(LinesAtOnce, TotalCount - written)) is { Count: > 0 } lines)
        {
            foreach (object line in (IEnumerable)lines)
            {
                written++;
                var wrapped = new PSObject(line);
                Array.ForEach(notes, wrapped.Properties.Add);
                wrapped.Properties.Add(new PSNoteProperty("ReadCount", written));
                WriteObject(wrapped);
            }
        }
    }

    private PSNoteProperty[] Notes(PathInfo file) =>
    [
        new("PSPath", $"{file.Provider.ModuleName}\\{file.Provider.Name}::{file.ProviderPath}"),
        new("PSParentPath", SessionState.Path.ParseParent(file.Path, string.Empty)),
        new("PSChildName", SessionState.Path.ParseChildName(file.Path)),
        new("PSDrive", file.Drive),
        new("PSProvider", file.Provider),
    ];
}
