using System.Management.Automation;
using LogAnalysis.Errors;
using LogAnalysis.Formats;
using LogAnalysis.Paths;
using LogAnalysis.Pipeline;
using LogAnalysis.Reading;

namespace LogAnalysis.Commands;

/// <summary>A command that takes log files by path, by literal path, or as file objects from the pipeline.</summary>
public abstract class LogFileCommand : LogCommand
{
    /// <summary>The parameter set of <see cref="Path"/>.</summary>
    protected const string PathSet = "Path";

    /// <summary>The parameter set of <see cref="LiteralPath"/>.</summary>
    protected const string LiteralPathSet = "LiteralPath";

    /// <summary>The parameter set of <see cref="InputObject"/>.</summary>
    protected const string InputSet = "InputObject";

    private ExcludeFilter? _exclude;

    /// <summary>
    /// The log files. Wildcards are expanded, <c>**</c> for any number of folders too: <c>/var/log/**/*.log</c>. A file that
    /// several of them name is read once.
    /// </summary>
    [Parameter(Position = 0, Mandatory = true, ParameterSetName = PathSet)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <summary>The log files, by names in which no character is a wildcard.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LiteralPathSet)]
    [Alias("PSPath", "LP")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>Input from the pipeline: files, as <c>Get-ChildItem</c> writes them, and what else the command takes.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = InputSet)]
    [AllowNull]
    [AllowEmptyString]
    public PSObject? InputObject { get; set; }

    /// <summary>
    /// Files to leave out: wildcards that are compared with file names, or with full paths where they contain a separator.
    /// </summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Exclude { get; set; } = [];

    /// <summary>Whether objects come from the pipeline rather than files by path.</summary>
    private protected bool TakesPipeline => ParameterSetName == InputSet;

    /// <summary>The files that the path parameters name, each once. What names no file is reported.</summary>
    private protected IEnumerable<string> ResolveFiles()
    {
        var resolver = new LogPathResolver(this);
        return (ParameterSetName == LiteralPathSet ? resolver.ResolveLiteral(LiteralPath) : resolver.Resolve(Path))
            .Where(file => !IsExcluded(file));
    }

    /// <summary>The file that the pipeline brought, for commands that take nothing else from it. Anything else is reported.</summary>
    private protected string[] FileFromPipeline()
    {
        switch (InputObject?.BaseObject)
        {
            case FileSystemInfo file:
                return IsExcluded(file.FullName) ? [] : [file.FullName];
            case object other:
                WriteError(LogErrors.NotAFile(other));
                return [];
            default:
                return [];
        }
    }

    /// <summary>Reads a file into a sink. One that cannot be read is reported.</summary>
    /// <returns>Whether it could be read, if only up to a fault.</returns>
    private protected bool TryRead(string file, ILogSink sink, ReadProgress progress)
    {
        try
        {
            LogFileReader.Read(file, sink, progress, StopToken);
            return true;
        }
        catch (LogFileException failure)
        {
            WriteError(LogErrors.ForFile(failure));
            return failure.Fault == LogFileFault.ReadFailed;
        }
    }

    /// <summary>Whether <see cref="Exclude"/> leaves a file out.</summary>
    private protected bool IsExcluded(string file) => (_exclude ??= new ExcludeFilter(Exclude)).Excludes(file);
}
