using System.Management.Automation;
using LogAnalysis.Completion;
using LogAnalysis.Errors;
using LogAnalysis.Following;
using LogAnalysis.Paths;
using LogAnalysis.Pipeline;

namespace LogAnalysis.Commands;

/// <summary>Follows log files, through rotations, and writes each new line as soon as it is complete.</summary>
/// <remarks>
/// <para>It begins at the end of each file, or as <c>-Tail</c> and <c>-FromStart</c> say, and goes on until Ctrl+C, a timeout, or until the next
/// command of the pipeline has enough. With <c>-NoFollow</c> it stops at the end of the files. Files that appear later and that a wildcard of
/// <c>-Path</c> names are followed too, from their beginnings.</para>
/// <para>Nothing is lost and nothing comes twice when a log is renamed, copied and emptied, deleted or made anew. What nobody can read is lost to it
/// too: lines that are deleted with their file before it is opened, and lines that are written between the copy and the truncation of a log
/// that is rotated so.</para>
/// <para>Each line is an object of its own. A line that belongs to the entry before it, such as one of a stack trace, has <c>IsContinuation</c> set
/// and the level of that entry; with <c>-Multiline</c> it comes joined to it.</para>
/// </remarks>
/// <example>
/// <para>What does a log say at its end, and what comes next?</para>
/// <para>Without <c>-Timeout</c> it goes on until Ctrl+C.</para>
/// <code>
/// PS> Watch-LogFile samples/app.log -Tail 3 -Timeout 1s
/// Time                Level       Message
/// ----                -----       -------
/// 2025-05-17 10:14:40 Information Order 5815 placed, 3 items
/// 2025-05-17 10:14:49 Debug       evicted 5385 entries
/// 2025-05-17 10:15:02 Debug       evicted 5265 entries
/// </code>
/// </example>
/// <example>
/// <para>How many errors are there by now?</para>
/// <para>Behind a command that follows, <c>Measure-LogErrors</c> writes a line whenever the number of errors has changed.</para>
/// <code>
/// PS> Watch-LogFile samples/jobs.jsonl -FromStart -Timeout 1s |
/// >>     Measure-LogErrors
///   Errors Warnings    Entries    Rate LastError           LastMessage
///   ------ --------    -------    ---- ---------           -----------
///        2        1         30    6.7% 2025-05-17 10:03:36 job failed
/// </code>
/// </example>
/// <example>
/// <para>Which errors come, each with its stack trace?</para>
/// <code>
/// PS> Watch-LogFile samples/app.log -FromStart -NoFollow -Multiline |
/// >>     Where-Object Level -ge Error
/// Time                Level       Message
/// ----                -----       -------
/// 2025-05-17 10:04:02 Error       Payment of order 3026 failed
/// 2025-05-17 10:07:59 Error       Payment of order 1061 failed
/// 2025-05-17 10:08:23 Error       Payment of order 2070 failed
/// 2025-05-17 10:12:50 Error       Payment of order 2579 failed
/// 2025-05-17 10:13:51 Critical    Database connection lost, shutting down
/// </code>
/// </example>
/// <example>
/// <para>How does a script that runs every five minutes count each line once?</para>
/// <para>By a checkpoint: the second run goes on where the first one ended, and finds nothing new.</para>
/// <code lang="pwsh">
/// PS> Remove-Item Temp:/seen -ErrorAction Ignore
/// PS> Watch-LogFile samples/app.log -NoFollow -CheckpointPath Temp:/seen |
/// >>     Measure-LogErrors
///   Errors Warnings    Entries    Rate LastError           Path
///   ------ --------    -------    ---- ---------           ----
///        5        4         60    8.3% 2025-05-17 10:13:51 samples/app.log
/// PS> Watch-LogFile samples/app.log -NoFollow -CheckpointPath Temp:/seen |
/// >>     Measure-LogErrors
///   Errors Warnings    Entries    Rate LastError           Path
///   ------ --------    -------    ---- ---------           ----
///        0        0          0    0.0%
/// </code>
/// </example>
/// <input cref="FileInfo">Files, as <c>Get-ChildItem</c> writes them.</input>
/// <output cref="LogEntry">One for each line, or with <c>-Multiline</c> one for each entry.</output>
/// <seealso cref="GetLogEntryCommand"/>
/// <seealso cref="MeasureLogErrorsCommand"/>
/// <seealso href="docs/scheduled-scripts.md">Scripts that run every five minutes or every night</seealso>
[Cmdlet(VerbsCommon.Watch, "LogFile", DefaultParameterSetName = PathSet)]
[OutputType(typeof(LogEntry))]
public sealed class WatchLogFileCommand : ReadingCommand
{
    private ReadContext? _context;
    private WatchedFiles? _files;
    private DirectPipelineDetector? _detector;
    private CheckpointFile? _checkpoint;

    /// <summary>How many of the last lines of each file to write first.</summary>
    /// <value>0, or all with <c>-NoFollow</c></value>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int Tail { get; set; }

    /// <summary>Writes what is in the files already, from their beginnings.</summary>
    [Parameter]
    public SwitchParameter FromStart { get; set; }

    /// <summary>Stops at the end of the files. What is in them is written, all of it unless <c>-Tail</c> says how much.</summary>
    [Parameter]
    public SwitchParameter NoFollow { get; set; }

    /// <summary>Stops after this time: <c>30s</c>, <c>5m</c>, <c>1h</c>, a TimeSpan, or a number of seconds.</summary>
    /// <value>never</value>
    [Parameter]
    [Duration]
    [ArgumentCompleter(typeof(DurationCompleter))]
    public TimeSpan Timeout { get; set; } = System.Threading.Timeout.InfiniteTimeSpan;

    /// <summary>Stops when no line has come for this time, written like <c>-Timeout</c>.</summary>
    /// <value>never</value>
    [Parameter]
    [Duration]
    [ArgumentCompleter(typeof(DurationCompleter))]
    public TimeSpan IdleTimeout { get; set; } = System.Threading.Timeout.InfiniteTimeSpan;

    /// <summary>
    /// A file that remembers what was written, so that the next run goes on there, through rotations meanwhile too. It need not exist. A
    /// position is saved when the pipeline has taken the line: at the latest half a second later, and when the command ends.
    /// </summary>
    /// <value>none (nothing is remembered)</value>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? CheckpointPath { get; set; }

    /// <summary>Writes whole entries, lines that belong together joined: each when the next begins, or after a quarter of a second.</summary>
    [Parameter]
    public SwitchParameter Multiline { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        _context = CreateContext();
        _files = new WatchedFiles(this, _context.Files);
        _detector = DirectPipelineDetector.WriterBegins(MyInvocation);
        _checkpoint = CheckpointPath is null ? null : OpenCheckpoint(CheckpointPath);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (_context!.Files.AreNamed)
        {
            _files!.AddNamed(expectsMore: !NoFollow);
        }
        else
        {
            _files!.Add(_context.Files.Of(InputObject));
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing() => Run(this, static command => command.Follow());

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _checkpoint?.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Follow()
    {
        if (_files!.IsEmpty)
        {
            return;
        }

        using Follower follower = Follower.Start(_files.Present, CreateOptions());
        CheckpointSaver? checkpoint = _checkpoint is null ? null : new CheckpointSaver(this, new CheckpointRecorder(_checkpoint));
        new FollowerOutput(this, _detector!, follower, new FollowDeadline(Timeout, IdleTimeout), checkpoint).Run(StopToken);
        _context!.Errors.ReportGivenUpFormats();
    }

    private FollowOptions CreateOptions() => new()
    {
        Encoding = _context!.Options.Encoding,
        Format = _context.Options.Format,
        Tail = Tail,
        FromStart = FromStart || (NoFollow && !MyInvocation.BoundParameters.ContainsKey(nameof(Tail))),
        Follow = !NoFollow,
        JoinsLines = Multiline,
        Positions = _checkpoint is null ? null : _checkpoint.Loaded?.Positions ?? [],
        ResumesFrom = _checkpoint?.Loaded?.Seen,
        Discover = _files!.Discovery,
    };

    private CheckpointFile? OpenCheckpoint(string path)
    {
        try
        {
            string full = new LogPathResolver(this).ResolveLiteral([path]).FirstOrDefault()
                ?? throw new CheckpointException(CheckpointErrorKind.Unusable, path, "It is no path of the file system.");
            return CheckpointFile.Open(full, (reason, aside) => WriteError(LogErrors.CheckpointCorrupt(full, reason, aside)));
        }
        catch (CheckpointException failure)
        {
            ThrowTerminatingError(LogErrors.ForCheckpoint(failure));
            return null;
        }
    }
}
