using System.Management.Automation;
using System.Text;
using System.Text.RegularExpressions;
using LogAnalysis.Completion;
using LogAnalysis.Errors;
using LogAnalysis.Files;
using LogAnalysis.Formats;
using LogAnalysis.Model;
using LogAnalysis.Parsing;
using LogAnalysis.Paths;
using LogAnalysis.Pipeline;
using LogAnalysis.Reading;
using LogAnalysis.Text;

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

    private readonly HashSet<string> _givenUp = [];
    private ExcludeFilter? _exclude;
    private ReadProgress? _progress;
    private bool? _takesPipeline;

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

    /// <summary>How files are read.</summary>
    private protected ReadOptions ReadOptions { get; private set; } = ReadOptions.Default;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        LogFormat? format = Format is null ? null : LogFormats.Find(Format);
        if (Format is not null && format is null)
        {
            ThrowTerminatingError(LogErrors.UnknownFormat(Format));
        }

        RequireWildcards();
        ReadOptions = new ReadOptions { Encoding = Encoding, Format = format };
    }

    /// <summary>Shows how far reading has come, over all files that the command reads.</summary>
    private protected ReadProgress Progress => _progress ??= new ReadProgress(WriteProgress);

    /// <inheritdoc/>
    private protected override void Leave() => _progress?.End();

    /// <summary>Whether objects come from the pipeline rather than files by path.</summary>
    private protected bool TakesPipeline => _takesPipeline ??= ParameterSetName == InputSet;

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
    private protected bool TryRead(string file, ILogSink sink)
    {
        try
        {
            LogFileReader.Read(file, ReadOptions, sink, Progress, StopToken);
            return true;
        }
        catch (LogFileException failure)
        {
            return ReportFailure(failure);
        }
        finally
        {
            Progress.Complete(file);
            ReportGivenUpFormats();
        }
    }

    /// <summary>Reports why a file could not be read.</summary>
    /// <param name="failure">Why; null where it could.</param>
    /// <returns>Whether it could be read, if only up to a fault.</returns>
    private protected bool ReportFailure(LogFileException? failure)
    {
        if (failure is not null)
        {
            WriteError(LogErrors.ForFile(failure));
        }

        return failure is null or { Fault: LogFileErrorKind.ReadFailed or LogFileErrorKind.Truncated or LogFileErrorKind.Unsized };
    }

    /// <summary>Reports, once, each registered format whose pattern was given up.</summary>
    private protected void ReportGivenUpFormats()
    {
        foreach (UserFormat format in LogFormats.Registered)
        {
            if (format.IsGivenUp && _givenUp.Add(format.Name))
            {
                WriteError(LogErrors.FormatGivenUp(format));
            }
        }
    }

    /// <summary>Compiles a regular expression that the user gave. One that is malformed ends the command.</summary>
    private protected Regex? CompilePattern(string? pattern)
    {
        try
        {
            return pattern is null ? null : UserPattern.Compile(pattern);
        }
        catch (RegexParseException malformed)
        {
            ThrowTerminatingError(LogErrors.InvalidPattern(pattern!, malformed));
            return null;
        }
    }

    /// <summary>Ends the command where a span of time is zero.</summary>
    private protected void RequirePositive(TimeSpan? duration, string parameter)
    {
        if (duration == TimeSpan.Zero)
        {
            ThrowTerminatingError(LogErrors.NotPositive(parameter));
        }
    }

    /// <summary>Whether a filter lets an entry through. An entry on which its pattern takes too long is reported and left out.</summary>
    private protected bool Includes(EntryFilter filter, LogEntry entry)
    {
        try
        {
            return filter.Includes(entry);
        }
        catch (RegexMatchTimeoutException tooLong)
        {
            WriteError(LogErrors.PatternTimeout(entry, entry.Path, entry.LineNumber, tooLong));
            return false;
        }
    }

    /// <summary>Whether <see cref="Exclude"/> leaves a file out.</summary>
    private protected bool IsExcluded(string file) => (_exclude ??= new ExcludeFilter(Exclude)).Excludes(file);

    /// <summary>Ends the command where a wildcard of <see cref="Exclude"/> is malformed.</summary>
    private void RequireWildcards()
    {
        foreach (string pattern in Exclude)
        {
            try
            {
                new ExcludeFilter([pattern]).Excludes(pattern);
            }
            catch (WildcardPatternException malformed)
            {
                ThrowTerminatingError(LogErrors.UnusablePath(pattern, malformed));
            }
        }
    }
}
