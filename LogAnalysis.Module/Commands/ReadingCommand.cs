using System.Collections;
using System.Management.Automation;
using System.Text;
using LogAnalysis.Completion;
using LogAnalysis.Counting;
using LogAnalysis.Errors;
using LogAnalysis.Files;
using LogAnalysis.Model;
using LogAnalysis.Parsing;
using LogAnalysis.Paths;
using LogAnalysis.Pipeline;

namespace LogAnalysis.Commands;

/// <summary>The parameters that every command which reads logs has.</summary>
public abstract class ReadingCommand : LogCommand
{
    /// <summary>The parameter set of <see cref="Path"/>.</summary>
    protected const string PathSet = "Path";

    /// <summary>The parameter set of <see cref="LiteralPath"/>.</summary>
    protected const string LiteralPathSet = "LiteralPath";

    /// <summary>The parameter set of <see cref="InputObject"/>.</summary>
    protected const string InputSet = "InputObject";

    private readonly ArchiveFiles _archives = new();

    /// <summary>
    /// Specifies the log files. Wildcards are permitted, including <c>**</c> for any number of folders: <c>/var/log/**/*.log</c>. A file
    /// that matches several times is read once. An archive stands for the text files in it, as if it was a folder: <c>bundle.zip</c>,
    /// <c>bundle.zip/logs/*.log</c>, <c>*.tar.gz/**/error.log</c>.
    /// </summary>
    [Parameter(Position = 0, Mandatory = true, ParameterSetName = PathSet)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <summary>Specifies the log files. The values are used exactly as they are typed; no characters are wildcards.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LiteralPathSet)]
    [Alias("PSPath", "LP")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>Specifies input from the pipeline: files from <c>Get-ChildItem</c>, and the other types under INPUTS.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = InputSet)]
    [AllowNull]
    [AllowEmptyString]
    public PSObject? InputObject { get; set; }

    /// <summary>Specifies files to skip. Wildcards are compared with file names, or with full paths if they contain a separator.</summary>
    /// <value>none</value>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Exclude { get; set; } = [];

    /// <summary>
    /// Specifies the encoding of files without a byte order mark: a name (<c>utf8</c>, <c>unicode</c>, <c>latin1</c>, <c>windows-1252</c>),
    /// a code page number, or an Encoding.
    /// </summary>
    /// <value>UTF-8, or UTF-16 if NUL bytes indicate it</value>
    [Parameter]
    [TextEncoding]
    [ArgumentCompleter(typeof(EncodingCompleter))]
    public Encoding? Encoding { get; set; }

    /// <summary>
    /// Specifies the format of the log, by a name from <c>Get-LogFormat</c>. Lines of other formats are continuation lines of the previous
    /// entry.
    /// </summary>
    /// <value>detected for each line</value>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(FormatCompleter))]
    public string? Format { get; set; }

    /// <summary>
    /// Specifies the time zone of times that state none: a name (<c>Europe/Berlin</c>, <c>W. Europe Standard Time</c>), an offset (<c>+02:00</c>),
    /// <c>UTC</c>, <c>local</c>, or a TimeZoneInfo. When clocks are set back, the hour that occurs twice is read as standard time.
    /// </summary>
    /// <value>local (the time zone of this machine)</value>
    [Parameter]
    [TimeZoneArgument]
    [ArgumentCompleter(typeof(TimeZoneCompleter))]
    public TimeZoneInfo? TimeZone { get; set; }

    /// <summary>
    /// Reads only entries from this time on: a date, a time of today, <c>today</c> or <c>yesterday</c> (midnight), or a span back from now,
    /// such as <c>-1h</c>, <c>1h30m</c>, <c>90min</c>, <c>2d</c> or a TimeSpan. Entries without a time are skipped.
    /// </summary>
    /// <value>the beginning of the log</value>
    [Parameter]
    [DateTimeArgument]
    [ArgumentCompleter(typeof(DateTimeCompleter))]
    public DateTimeOffset? Since { get; set; }

    /// <summary>Reads only entries before this time. Takes the same values as <c>-Since</c>.</summary>
    /// <value>the end of the log</value>
    [Parameter]
    [DateTimeArgument]
    [ArgumentCompleter(typeof(DateTimeCompleter))]
    public DateTimeOffset? Until { get; set; }

    /// <summary>
    /// Reads only entries of this level and of more severe ones. An entry that has no level, nor words that say one, is Unknown, which is below Trace: <c>-MinimumLevel Trace</c> leaves it
    /// out.
    /// </summary>
    /// <value>Unknown (all entries)</value>
    [Parameter]
    public LogLevel MinimumLevel { get; set; }

    /// <summary>Reads only entries of these levels.</summary>
    /// <value>all</value>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public LogLevel[] Level { get; set; } = [];

    /// <summary>
    /// Reads only entries whose text, including continuation lines, matches this regular expression. Matching is case-insensitive.
    /// </summary>
    /// <value>none</value>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Pattern { get; set; }

    /// <summary>Reads only entries whose text, including continuation lines, does not match this regular expression.</summary>
    /// <value>none</value>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? NotPattern { get; set; }

    /// <summary>
    /// Reads only entries whose fields have these values; all must hold: <c>@{ StatusCode = '5*'; Elapsed = '>500' }</c>. Texts are compared whatever
    /// their case, and may have wildcards; <c>!</c> before one negates it. <c>&lt;</c>, <c>&lt;=</c>, <c>&gt;</c> and <c>&gt;=</c> compare numbers,
    /// durations (<c>'>1.5s'</c>) and times. One value of a list is enough, and comparisons in a list must all hold: <c>'>=100', '&lt;500'</c>.
    /// <c>$null</c> means that there is no such field. docs/fields.md explains how a name is looked up. <c>PatternId</c> is the <c>Id</c> of a pattern, of <c>Measure-LogErrors
    /// -By Pattern</c>, or several; it needs <c>-Path</c>.
    /// </summary>
    /// <value>none</value>
    [Parameter]
    [ValidateNotNull]
    public Hashtable? Where { get; set; }

    /// <summary>What is a value in messages besides, as it is when the command starts; null for nothing. Masks that are registered meanwhile change nothing.</summary>
    private protected MessageMasks? Masks { get; } = LogMasks.InUse;

    /// <summary>Validates the parameters and creates what reading needs. Invalid parameters terminate the command.</summary>
    /// <param name="readsArchives">Whether an archive stands for the logs in it.</param>
    private protected ReadContext CreateContext(bool readsArchives = true)
    {
        var options = new ReadOptions { Encoding = Encoding, Open = _archives.Open, Format = this.FindFormat(Format), TimeZone = TimeZone };
        var files = new InputFiles(this, Path, LiteralPath, this.CompileExclude(Exclude), readsArchives ? new ArchivePaths(this, _archives) : null);
        return new ReadContext(this, files, options, AddTest(CreateFilter(), files, options), Progress, StopToken);
    }

    /// <summary>The condition that whole entries must meet, which a command may have of its own; null for none.</summary>
    /// <param name="finder">Finds patterns among the entries that the other conditions let pass.</param>
    /// <param name="files">The files that are named.</param>
    private protected virtual IEntryTest? CreateTest(PatternFinder finder, InputFiles files) => null;

    /// <summary>The least serious level whose entries are grouped, where a parameter says so.</summary>
    private protected LogLevel? AskedLevel => MyInvocation.BoundParameters.ContainsKey(nameof(MinimumLevel)) ? MinimumLevel : Level.Length > 0 ? Level.Min() : null;

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _archives.Dispose();
        }

        base.Dispose(disposing);
    }

    private EntryFilter CreateFilter() => new()
    {
        MinimumLevel = MinimumLevel,
        Levels = Level,
        Since = Since,
        Until = Until,
        Pattern = this.CompilePattern(Pattern),
        NotPattern = this.CompilePattern(NotPattern),
        Where = this.ReadConditions(Conditions()),
    };

    /// <summary>The conditions on fields: that on the pattern is none, since a pattern is no field of an entry alone.</summary>
    private Hashtable? Conditions()
    {
        if (PatternKey() is not object key)
        {
            return Where;
        }

        var others = (Hashtable)Where!.Clone();
        others.Remove(key);
        return others;
    }

    private object? PatternKey() => Where?.Keys.Cast<object>().FirstOrDefault(key => PatternFinder.IdName.Equals(key.ToString(), StringComparison.OrdinalIgnoreCase));

    private EntryFilter AddTest(EntryFilter filter, InputFiles files, ReadOptions options)
    {
        var finder = new PatternFinder(options, filter, Masks, StopToken);
        if (PatternKey() is not object key)
        {
            return CreateTest(finder, files) is IEntryTest test ? filter with { Test = test } : filter;
        }

        this.RequireWith(!files.AreNamed, $"{nameof(Where)} {PatternFinder.IdName}", nameof(Path), "Patterns are found among all messages of the files.");
        HashSet<string> ids = PatternFinder.ReadIds(Where![key]);
        var members = new PatternMembership(selects: true, Masks);
        foreach (LogErrorGroup group in finder.Find(files.ResolveAhead(), ids, AskedLevel is LogLevel level ? [level] : [LogLevel.Error, LogLevel.Unknown]))
        {
            members.Add(group);
            ids.Remove(group.Id!);
        }

        if (ids.Count > 0)
        {
            this.Warn($"No pattern of these files has the id {string.Join(", ", ids)}.");
        }

        return filter with { Test = members };
    }
}
