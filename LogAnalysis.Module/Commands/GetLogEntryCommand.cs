using System.Management.Automation;
using LogAnalysis.Completion;
using LogAnalysis.Files;
using LogAnalysis.Parsing;
using LogAnalysis.Paths;
using LogAnalysis.Pipeline;

namespace LogAnalysis.Commands;

/// <summary>Reads log files once and writes their entries, each with the continuation lines that belong to it.</summary>
/// <remarks>
/// <para>An entry is what an application logged at once: its first line, and the lines of a stack trace, a wrapped query or the like below it. Each
/// is written as soon as it is read, so that <c>| Select-Object -First 10</c> ends at once however large the file is. With <c>-Tail</c> files are
/// read from their ends.</para>
/// <para>Several conditions must all be met. <c>-Level</c> and <c>-MinimumLevel</c> go by the level that a line states; an access log states none, and there
/// a status of 500 and above is an Error, one of 400 to 499 a Warning, any other Information. Only of a line that has neither do words decide,
/// such as <c>failed</c> or <c>exception</c>.</para>
/// <para>Compressed files are read like plain ones. A file that cannot be read is reported, and the others are read.</para>
/// </remarks>
/// <example>
/// <para>What went wrong since a certain time?</para>
/// <para>A span back from now does as well: <c>-Since -1h</c>.</para>
/// <code>
/// PS> Get-LogEntry samples/app.log -MinimumLevel Error -Since 2025-05-17T10:08
/// Time                Level       Message
/// ----                -----       -------
/// 2025-05-17 10:08:23 Error       Payment of order 2070 failed
/// 2025-05-17 10:12:50 Error       Payment of order 2579 failed
/// 2025-05-17 10:13:51 Critical    Database connection lost, shutting down
/// </code>
/// </example>
/// <example>
/// <para>What were the last warnings?</para>
/// <code>
/// PS> Get-LogEntry samples/*.log -Level Warning -Tail 2
/// Time                Level       Message
/// ----                -----       -------
/// 2025-05-17 10:40:51 Warning     POST /login HTTP/1.1
/// 2025-05-17 10:41:56 Warning     GET /favicon.ico HTTP/1.1
/// 2025-05-17 10:11:47 Warning     Stock of article 30 is low
/// 2025-05-17 10:13:04 Warning     Stock of article 73 is low
/// </code>
/// </example>
/// <example>
/// <para>What do the lines below an error say?</para>
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
/// <para>What happened over several logs, in the order of time?</para>
/// <code>
/// PS> Get-LogEntry samples/access.log, samples/jobs.jsonl -Merge `
/// >>     -MinimumLevel Warning -Until 2025-05-17T10:10Z -Tail 4
/// Time                Level       Message
/// ----                -----       -------
/// 2025-05-17 10:01:55 Error       job failed
/// 2025-05-17 10:02:45 Warning     queue is long
/// 2025-05-17 10:03:36 Error       job failed
/// 2025-05-17 10:08:28 Warning     GET /favicon.ico HTTP/1.1
/// </code>
/// </example>
/// <example>
/// <para>How is an entry shaped into what is needed elsewhere?</para>
/// <code lang="pwsh">
/// PS> Get-LogEntry samples/app.log -Level Critical |
/// >>     Select-Object LineNumber, Level, Message | ConvertTo-Csv
/// "LineNumber","Level","Message"
/// "76","Critical","Database connection lost, shutting down"
/// </code>
/// </example>
/// <input cref="FileInfo">Files, as <c>Get-ChildItem</c> writes them.</input>
/// <output cref="LogEntry">One for each entry, in the order of the file, or with <c>-Merge</c> in that of time.</output>
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

    /// <summary>The least serious level to write.</summary>
    /// <value>Unknown (all, also entries without a level)</value>
    [Parameter]
    public LogLevel MinimumLevel { get; set; }

    /// <summary>The levels to write.</summary>
    /// <value>all</value>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public LogLevel[] Level { get; set; } = [];

    /// <summary>
    /// The earliest time to write: a date, a time of day (of today), <c>today</c> or <c>yesterday</c> (their beginnings), or a span back from now such
    /// as <c>-1h</c>. Entries without a time are left out then.
    /// </summary>
    /// <value>from the beginning</value>
    [Parameter]
    [DateTimeArgument]
    [ArgumentCompleter(typeof(DateTimeCompleter))]
    public DateTimeOffset? Since { get; set; }

    /// <summary>The time from which on nothing is written, given like <c>-Since</c>.</summary>
    /// <value>to the end</value>
    [Parameter]
    [DateTimeArgument]
    [ArgumentCompleter(typeof(DateTimeCompleter))]
    public DateTimeOffset? Until { get; set; }

    /// <summary>A regular expression that the entry's text, continuation lines included, must match. Case does not matter.</summary>
    /// <value>none (every text will do)</value>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Pattern { get; set; }

    /// <summary>
    /// How many entries to write of each file, the last of those that the other parameters let through; with <c>-Merge</c>, of all files
    /// together. Files are read from their ends.
    /// </summary>
    /// <value>all</value>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int? Tail { get; set; }

    /// <summary>Writes the entries of all files by time rather than file by file. Each file must be in order itself.</summary>
    [Parameter]
    public SwitchParameter Merge { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        _context = CreateContext(new EntryFilter
        {
            MinimumLevel = MinimumLevel,
            Levels = Level,
            Since = Since,
            Until = Until,
            Pattern = this.CompilePattern(Pattern),
        });
        _output = new EntryOutput(_context, DirectPipelineDetector.WriterBegins(MyInvocation));
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() => Run(this, static command => command.Read());

    /// <inheritdoc/>
    protected override void EndProcessing() => Run(this, static command => command.Complete());

    private void Read()
    {
        InputFiles input = _context!.Files;
        string[] files = input.AreNamed ? [.. input.Resolve()] : input.Of(InputObject);
        Progress.Expect(files, isAll: input.AreNamed || Merge);
        foreach (string file in files)
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
    }

    private void Complete()
    {
        _output!.WriteMerged(_merged.Distinct(FileNames.Comparer), Tail);
        _context!.Errors.ReportGivenUpFormats();
        Progress.Complete();
    }
}
