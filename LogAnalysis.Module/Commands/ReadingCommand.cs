using System.Management.Automation;
using System.Text;
using LogAnalysis.Completion;
using LogAnalysis.Files;
using LogAnalysis.Parsing;
using LogAnalysis.Paths;
using LogAnalysis.Pipeline;

namespace LogAnalysis.Commands;

/// <summary>The parameters that all commands have which read logs. What reads them is put together by each command.</summary>
public abstract class ReadingCommand : LogCommand
{
    /// <summary>The parameter set of <see cref="Path"/>.</summary>
    protected const string PathSet = "Path";

    /// <summary>The parameter set of <see cref="LiteralPath"/>.</summary>
    protected const string LiteralPathSet = "LiteralPath";

    /// <summary>The parameter set of <see cref="InputObject"/>.</summary>
    protected const string InputSet = "InputObject";

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
    /// <value>none</value>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Exclude { get; set; } = [];

    /// <summary>
    /// The encoding of files that have no byte order mark: a name (<c>utf8</c>, <c>unicode</c>, <c>latin1</c>, <c>windows-1252</c>), a code page, or an
    /// Encoding.
    /// </summary>
    /// <value>UTF-8, or UTF-16 where NUL bytes show it</value>
    [Parameter]
    [TextEncoding]
    [ArgumentCompleter(typeof(EncodingCompleter))]
    public Encoding? Encoding { get; set; }

    /// <summary>
    /// The format of the log, by a name that <c>Get-LogFormat</c> lists. Lines of other formats then belong to the entry before them.
    /// </summary>
    /// <value>each line is recognised by its content</value>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(FormatCompleter))]
    public string? Format { get; set; }

    /// <summary>Makes of the parameters what is needed to read. What is wrong ends the command.</summary>
    /// <param name="filter">Which entries to read, where the command has parameters for that.</param>
    private protected ReadContext CreateContext(EntryFilter? filter = null)
    {
        var options = new ReadOptions { Encoding = Encoding, Format = this.FindFormat(Format) };
        var files = new InputFiles(this, Path, LiteralPath, this.CompileExclude(Exclude));
        return new ReadContext(this, files, options, filter ?? new EntryFilter(), Progress, StopToken);
    }
}
