using System.Management.Automation;
using LogAnalysis.Completion;
using LogAnalysis.Files;
using LogAnalysis.Model;
using LogAnalysis.Paths;
using LogAnalysis.Pipeline;
using LogAnalysis.Reading;

namespace LogAnalysis.Commands;

/// <summary>Gets the entries of log files, each with its continuation lines.</summary>
/// <remarks>
/// <para>An entry is what an application logged at once: its first line and the lines that belong to it, such as a stack trace or a wrapped
/// query. Entries are written as they are read, so <c>| Select-Object -First 10</c> returns immediately, however large the file is. With
/// <c>-Tail</c>, files are read from the end.</para>
/// <para>If you use several conditions, an entry must meet all of them. <c>-Level</c> and <c>-MinimumLevel</c> use the level in the line.
/// An access log has no levels: a status of 500 and above is an Error, 400 to 499 a Warning, anything else Information. Keywords such as
/// <c>failed</c> or <c>exception</c> decide only for lines that have neither a level nor a status.</para>
/// <para>Compressed files are read like plain ones. A file that cannot be read is reported as an error; the other files are still
/// read.</para>
/// </remarks>
/// <example>
/// <para>Get the errors since a point in time</para>
/// <para>You can also use a time span back from now: <c>-Since -1h</c>.</para>
/// <code>
/// PS> Get-LogEntry samples/app.log -MinimumLevel Error -Since 2025-05-17T10:08
/// Time                    Level       Message
/// ----                    -----       -------
/// 2025-05-17 10:08:23.039 Error       Payment of order 2070 failed
/// 2025-05-17 10:12:50.900 Error       Payment of order 2579 failed
/// 2025-05-17 10:13:51.531 Critical    Database connection lost, shutting down
/// </code>
/// </example>
/// <example>
/// <para>Get the last two warnings of each file</para>
/// <code>
/// PS> Get-LogEntry samples/*.log -Level Warning -Tail 2
/// Time                    Level       Message
/// ----                    -----       -------
/// 2025-05-17 10:40:51     Warning     POST /login HTTP/1.1
/// 2025-05-17 10:41:56     Warning     GET /favicon.ico HTTP/1.1
/// 2025-05-17 10:11:47.751 Warning     Stock of article 30 is low
/// 2025-05-17 10:13:04.897 Warning     Stock of article 73 is low
/// </code>
/// </example>
/// <example>
/// <para>Read the stack trace of an error</para>
/// <code>
/// PS> $entry = Get-LogEntry samples/app.log -Pattern 'order 2070'
/// PS> $entry.Text.Split("`n")[1..5].Trim()
/// java.net.SocketTimeoutException: Read timed out
/// at java.base/java.net.Socket.read(Socket.java:984)
/// at com.example.shop.Payments.charge(Payments.java:88)
/// Caused by: java.io.IOException: gateway error 504
/// ... 12 more
/// </code>
/// </example>
/// <example>
/// <para>See what happened around an error</para>
/// <para>Entries that are only near are indented, and have the property <c>IsContext</c>.</para>
/// <code>
/// PS> Get-LogEntry samples/app.log -Level Critical -Context 2, 1
/// Time                    Level       Message
/// ----                    -----       -------
/// 2025-05-17 10:13:28.354 Information   finished with 0 errors, 3837 rows
/// 2025-05-17 10:13:36.228 Information   Order 7829 paid
/// 2025-05-17 10:13:51.531 Critical    Database connection lost, shutting down
/// 2025-05-17 10:14:12.057 Information   Order 9823 paid
/// </code>
/// </example>
/// <example>
/// <para>Get the entries of the most frequent error</para>
/// <code>
/// PS> Measure-LogErrors samples/app.log -By Pattern | Select-Object -First 1 |
/// >>     Get-LogEntry samples/app.log
/// Time                    Level       Message
/// ----                    -----       -------
/// 2025-05-17 10:04:02.884 Error       Payment of order 3026 failed
/// 2025-05-17 10:07:59.195 Error       Payment of order 1061 failed
/// 2025-05-17 10:08:23.039 Error       Payment of order 2070 failed
/// 2025-05-17 10:12:50.900 Error       Payment of order 2579 failed
/// </code>
/// </example>
/// <example>
/// <para>Merge several logs by time</para>
/// <code>
/// PS> Get-LogEntry samples/access.log, samples/jobs.jsonl -Merge `
/// >>     -MinimumLevel Warning -Until 2025-05-17T10:10Z -Tail 4
/// Time                    Level       Message
/// ----                    -----       -------
/// 2025-05-17 10:01:55.933 Error       job failed
/// 2025-05-17 10:02:45.739 Warning     queue is long
/// 2025-05-17 10:03:36.030 Error       job failed
/// 2025-05-17 10:08:28     Warning     GET /favicon.ico HTTP/1.1
/// </code>
/// </example>
/// <example>
/// <para>Convert entries to CSV</para>
/// <code>
/// PS> Get-LogEntry samples/app.log -Level Critical |
/// >>     Select-Object LineNumber, Level, Message | ConvertTo-Csv
/// "LineNumber","Level","Message"
/// "76","Critical","Database connection lost, shutting down"
/// </code>
/// </example>
/// <input cref="LogEntry">Entries and lines, to select among them and to join the lines of an entry.</input>
/// <input cref="string">Lines, also arrays of them, from <c>Get-Content</c>, <c>Select-String</c>, native commands and their error streams. A string is
/// always a line, never a path.</input>
/// <input cref="FileInfo">Files from <c>Get-ChildItem</c>, and objects that name a file by <c>FullName</c> or <c>PSPath</c>.</input>
/// <input cref="PSObject">Any other object with a message, a level or an HTTP status: events of <c>Get-WinEvent</c>, rows of <c>Import-Csv</c>, objects
/// of <c>ConvertFrom-Json</c>, hashtables. Properties have the names that JSON lines have.</input>
/// <input cref="LogErrorGroup">With <c>-Path</c>, patterns from <c>Measure-LogErrors -By Pattern</c>, whose entries are written.</input>
/// <output cref="LogEntry">One object for each entry, in the order of the file, or with <c>-Merge</c> in order of time.</output>
/// <seealso cref="WatchLogFileCommand"/>
/// <seealso cref="MeasureLogErrorsCommand"/>
/// <seealso cref="GetLogFormatCommand"/>
/// <seealso href="docs/formats.md">The formats that are recognised</seealso>
[Cmdlet(VerbsCommon.Get, "LogEntry", DefaultParameterSetName = PathSet)]
[OutputType(typeof(LogEntry))]
public sealed class GetLogEntryCommand : ReadingCommand
{
    private readonly List<string> _merged = [];
    private ReadContext? _context;
    private EntryOutput? _output;
    private EntryPatterns? _patterns;
    private PipelineEntries? _piped;

    /// <summary>
    /// Gets only the entries of these patterns: groups from <c>Measure-LogErrors -By Pattern</c>, or <c>ErrorPatterns</c> of a report. They can come through the pipeline.
    /// </summary>
    /// <value>none (the entries of all patterns)</value>
    /// <only>Counts are of groups themselves.</only>
    [Parameter(ValueFromPipeline = true, ParameterSetName = PathSet)]
    [Parameter(ValueFromPipeline = true, ParameterSetName = LiteralPathSet)]
    [Parameter(ParameterSetName = InputSet)]
    [ErrorGroupArgument]
    [ValidateNotNull]
    public LogErrorGroup[] Group { get; set; } = [];

    /// <summary>
    /// Gets this number of entries from the end of each file, or with <c>-Merge</c> from the end of all files together. The other
    /// parameters are applied first. Files are read from the end.
    /// </summary>
    /// <value>all</value>
    /// <only>Counts are of all that is read.</only>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int? Tail { get; set; }

    /// <summary>
    /// Gets also this number of entries before and after each, whatever the other parameters say: one number for both, or two as
    /// <c>before, after</c>. Their property <c>IsContext</c> is true. Each entry is written once, however many it is near to; with
    /// <c>-Merge</c>, entries of other files are near, too.
    /// </summary>
    /// <value>0</value>
    /// <only>Counts are of what is asked for, not of what is around it.</only>
    [Parameter]
    [ValidateCount(1, 2)]
    [ValidateRange(0, int.MaxValue)]
    public int[] Context { get; set; } = [0];

    /// <summary>
    /// Adds these fields to each entry, as properties of their names. Wildcards are permitted: <c>*</c> adds all fields. What an entry does not have
    /// is null; a name that entries have anyway, such as <c>Message</c>, is not added. <c>Pattern</c> and <c>PatternId</c> are found among all messages of the files.
    /// </summary>
    /// <value>none; <c>Fields</c> has all</value>
    /// <only>Counts are grouped by fields with -By; followed lines have Fields.</only>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(FieldNameCompleter))]
    public string[] Field { get; set; } = [];

    /// <summary>Writes the entries of all files in order of time, rather than file by file. Each file must be in order itself.</summary>
    /// <only>Counts do not depend on the order of entries, and followed lines come as they are written.</only>
    [Parameter]
    public SwitchParameter Merge { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        _context = CreateContext();
        FieldProperties? fields = Field.Length == 0 ? null : new FieldProperties(Field, _context.Fields);
        var around = new EntryContext(Context[0], Context[^1]);
        _output = new EntryOutput(_context, DirectPipelineDetector.WriterBegins(MyInvocation), around, fields);
        _piped = new PipelineEntries(_context, ReadPiped, Merge, Tail, around, fields);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() => Run(this, static command => command.Read());

    /// <inheritdoc/>
    protected override void EndProcessing() => Run(this, static command => command.Complete());

    /// <inheritdoc/>
    private protected override IEntryTest? CreateTest(PatternFinder finder, InputFiles files)
    {
        bool asksForPattern = Array.Exists(Field, FieldProperties.IsPattern);
        _patterns = EntryPatterns.Of(this, Group, MyInvocation.ExpectingInput && files.AreNamed, asksForPattern, Masks, () => finder.Find(files, AskedLevel ?? LogLevel.Unknown));
        this.RequireWith(_patterns?.SelectsByGroup == false && !files.AreNamed, $"{nameof(Field)} {nameof(LogEntry.Pattern)}", nameof(Path), "Patterns are found among all messages of the files.");
        return _patterns?.Find();
    }

    private void Read()
    {
        if (_patterns is { TakesGroups: true })
        {
            // All groups are known only when the last has come.
            _patterns.Add(Group);
        }
        else
        {
            ReadInput();
        }
    }

    private void ReadInput()
    {
        if (!_context!.Files.AreNamed)
        {
            if (InputObject is not null)
            {
                _piped!.Add(InputObject);
            }

            return;
        }

        string[] files = [.. _context.Files.Resolve()];
        Progress.Expect(files, isAll: true);
        Array.ForEach(files, Read);
    }

    private void Read(string file)
    {
        if (Merge)
        {
            _merged.Add(file);
        }
        else if (Tail is int count)
        {
            _output!.WriteTail(file, count);
        }
        else
        {
            _output!.Write(file);
        }
    }

    private void ReadPiped(string file)
    {
        Progress.Expect([file], isAll: false);
        Read(file);
    }

    private void Complete()
    {
        if (_patterns is { TakesGroups: true })
        {
            ReadInput();
        }

        IEnumerable<IEnumerable<LogEntry>> piped = _piped!.Complete();
        if (Merge)
        {
            _output!.WriteMerged(_merged.Distinct(FileNames.Comparer), piped, Tail);
        }
        else
        {
            _output!.Write(piped);
        }

        _context!.CompleteReading();
    }
}
