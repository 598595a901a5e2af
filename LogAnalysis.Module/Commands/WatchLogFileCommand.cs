using System.Management.Automation;
using LogAnalysis.Completion;
using LogAnalysis.Errors;
using LogAnalysis.Following;
using LogAnalysis.Objects;
using LogAnalysis.Paths;
using LogAnalysis.Pipeline;

namespace LogAnalysis.Commands;

/// <summary>Follows log files across rotations and writes each new line as soon as it is complete.</summary>
/// <remarks>
/// <para>By default, following starts at the end of each file, and continues until you press Ctrl+C, a timeout expires, or the next command
/// in the pipeline stops it. Use <c>-Tail</c> or <c>-FromStart</c> to include existing lines, and <c>-NoFollow</c> to stop at the end of
/// the files. Files that are created later and match a wildcard in <c>-Path</c> are followed from their beginning.</para>
/// <para>No line is lost or repeated when a log is renamed, copied and truncated, deleted or recreated. Lines that no program could have
/// read are lost: those deleted with their file before it could be opened, and those written between the copy and the truncation of
/// copytruncate.</para>
/// <para>Each line is an object. A line that belongs to the previous entry, such as a line of a stack trace, has <c>IsContinuation</c> set
/// and the level of that entry. With <c>-Multiline</c>, you get whole entries instead.</para>
/// <para>With <c>-Since</c>, existing entries from that time on come first. With <c>-Pattern</c> or <c>-NotPattern</c>, the lines of an entry
/// are written together when the next one starts, or after a quarter of a second without new lines: its whole text decides.</para>
/// </remarks>
/// <example>
/// <para>Show the last lines of a log, then follow it</para>
/// <para>Without <c>-Timeout</c>, press Ctrl+C to stop.</para>
/// <code>
/// PS> Watch-LogFile samples/app.log -Tail 3 -Timeout 1s
/// Time                    Level       Message
/// ----                    -----       -------
/// 2025-05-17 10:14:40.011 Information Order 5815 placed, 3 items
/// 2025-05-17 10:14:49.837 Debug       evicted 5385 entries
/// 2025-05-17 10:15:02.258 Debug       evicted 5265 entries
/// </code>
/// </example>
/// <example>
/// <para>Count errors as they occur</para>
/// <para><c>Measure-LogErrors</c> writes a new line whenever the number of errors changes.</para>
/// <code>
/// PS> Watch-LogFile samples/jobs.jsonl -FromStart -Timeout 1s |
/// >>     Measure-LogErrors
///   Errors Warnings    Entries    Rate LastError           LastMessage
///   ------ --------    -------    ---- ---------           -----------
///        2        1         30    6.7% 2025-05-17 10:03:36 job failed
/// </code>
/// </example>
/// <example>
/// <para>Follow the errors with their stack traces</para>
/// <code>
/// PS> Watch-LogFile samples/app.log -FromStart -NoFollow -Multiline |
/// >>     Where-Object Level -ge Error
/// Time                    Level       Message
/// ----                    -----       -------
/// 2025-05-17 10:04:02.884 Error       Payment of order 3026 failed
/// 2025-05-17 10:07:59.195 Error       Payment of order 1061 failed
/// 2025-05-17 10:08:23.039 Error       Payment of order 2070 failed
/// 2025-05-17 10:12:50.900 Error       Payment of order 2579 failed
/// 2025-05-17 10:13:51.531 Critical    Database connection lost, shutting down
/// </code>
/// </example>
/// <example>
/// <para>Count each line once in a script that runs repeatedly</para>
/// <para>With a checkpoint, the second run continues where the first one ended, and finds nothing new.</para>
/// <code>
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
/// <input cref="FileInfo">Files from <c>Get-ChildItem</c>, and objects that name a file by <c>FullName</c> or <c>PSPath</c>.</input>
/// <output cref="LogEntry">One object for each line, or with <c>-Multiline</c> for each entry.</output>
/// <seealso cref="GetLogEntryCommand"/>
/// <seealso cref="MeasureLogErrorsCommand"/>
/// <seealso href="docs/scheduled-scripts.md">Scripts that run every five minutes or every night</seealso>
[Cmdlet(VerbsCommon.Watch, "LogFile", DefaultParameterSetName = PathSet)]
[OutputType(typeof(LogEntry))]
public sealed class WatchLogFileCommand : ReadingCommand
{
    private ReadContext? _context;
    private WatchedFiles? _files;
    private RejectedInput? _rejected;
    private DirectPipelineDetector? _detector;
    private CheckpointFile? _checkpoint;
    private CheckpointSaver? _saver;

    /// <summary>
    /// Specifies how many existing lines to write first, from the end of each file, before levels and patterns select among them. Cannot be
    /// combined with <c>-FromStart</c>.
    /// </summary>
    /// <value>0, or all with <c>-NoFollow</c> or <c>-Since</c></value>
    /// <only>Counts are of all that is read.</only>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int Tail { get; set; }

    /// <summary>Writes all existing lines first.</summary>
    /// <only>Only files that are followed have an end to start from.</only>
    [Parameter]
    public SwitchParameter FromStart { get; set; }

    /// <summary>Stops at the end of the files. All existing lines are written, or as many as you specify with <c>-Tail</c>.</summary>
    /// <only>The other commands do not follow.</only>
    [Parameter]
    public SwitchParameter NoFollow { get; set; }

    /// <summary>Stops after this time: <c>30s</c>, <c>5m</c>, <c>1h</c>, a TimeSpan, or a number of seconds.</summary>
    /// <value>never</value>
    /// <only>The other commands end with their input.</only>
    [Parameter]
    [Duration]
    [ArgumentCompleter(typeof(DurationCompleter))]
    public TimeSpan Timeout { get; set; } = System.Threading.Timeout.InfiniteTimeSpan;

    /// <summary>Stops when there was no new line for this time. Takes the same values as <c>-Timeout</c>.</summary>
    /// <value>never</value>
    /// <only>The other commands end with their input.</only>
    [Parameter]
    [Duration]
    [ArgumentCompleter(typeof(DurationCompleter))]
    public TimeSpan IdleTimeout { get; set; } = System.Threading.Timeout.InfiniteTimeSpan;

    /// <summary>
    /// Specifies a file that stores the position, so that the next run continues there, also if logs were rotated in between. The file is
    /// created if it does not exist. Positions are saved at most a quarter of a second after the pipeline has taken a line, and when the
    /// command ends; behind a command that counts, when its result has been taken.
    /// </summary>
    /// <value>none (no position is stored)</value>
    /// <only>Only following is continued where it was interrupted.</only>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? CheckpointPath { get; set; }

    /// <summary>
    /// Writes whole entries rather than lines. An entry is written when the next one starts, or after a quarter of a second without new
    /// lines.
    /// </summary>
    /// <only>The other commands read whole entries anyway.</only>
    [Parameter]
    public SwitchParameter Multiline { get; set; }

    private bool HasTail => MyInvocation.BoundParameters.ContainsKey(nameof(Tail));

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        this.RefuseBoth(FromStart && HasTail, nameof(FromStart), nameof(Tail), "All lines are written, or the last ones.");
        _context = CreateContext(readsArchives: false);
        _files = new WatchedFiles(this, _context.Files);
        _rejected = new RejectedInput(this);
        _detector = DirectPipelineDetector.WriterBegins(MyInvocation);
        _checkpoint = CheckpointPath is null ? null : OpenCheckpoint(CheckpointPath);
        _saver = _checkpoint is null ? null : CheckpointSaver.WriterBegins(MyInvocation, _checkpoint, isFollowing: !NoFollow);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (_context!.Files.AreNamed)
        {
            _files!.AddNamed(expectsMore: !NoFollow);
        }
        else if (InputObject is not null)
        {
            AddPiped(InputObject);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing() => Run(this, static command => command.Follow());

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _saver?.Start();
            _checkpoint?.Dispose();
        }

        base.Dispose(disposing);
    }

    private void AddPiped(PSObject input)
    {
        if (input.BaseObject is object[] several)
        {
            Array.ForEach(Array.FindAll(several, item => item is not null), item => AddPiped(PSObject.AsPSObject(item)));
        }
        else if (FileReference.PathOf(input) is string path)
        {
            _files!.Add(_context!.Files.OfPath(path));
        }
        else
        {
            _rejected!.Add(InputOutcome.NotAFile, input.BaseObject);
        }
    }

    private void Follow()
    {
        _rejected!.Report();
        _saver?.Start();
        if (_files!.IsEmpty)
        {
            return;
        }

        using Follower follower = Follower.Start(_files.Present, CreateOptions());
        using var output = new FollowerOutput(_context!, _detector!, follower, new FollowDeadline(Timeout, IdleTimeout), _saver);
        output.Run(StopToken);
        _context!.CompleteReading(expectsMore: !NoFollow);
    }

    private FollowOptions CreateOptions() => new(_context!.Options)
    {
        Tail = Tail,
        FromStart = FromStart || ((NoFollow || Since is not null) && !HasTail),
        Follow = !NoFollow,
        JoinsLines = Multiline,
        KeepsLines = !Multiline && _context.Filter.Inner.NeedsText,
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
