using System.Management.Automation;
using LogAnalysis.Errors;
using LogAnalysis.Following;
using LogAnalysis.Paths;
using LogAnalysis.Pipeline;

namespace LogAnalysis.Commands;

/// <summary>Follows log files, through rotations, and writes each new line as soon as it is complete.</summary>
[Cmdlet(VerbsCommon.Watch, "LogFile", DefaultParameterSetName = PathSet)]
[OutputType(typeof(LogEntry))]
public sealed class WatchLogFileCommand : LogFileCommand
{
    private readonly List<string> _files = [];
    private readonly List<string> _patterns = [];
    private CheckpointFile? _checkpoint;
    private PipelineLink? _link;

    /// <summary>How many of the last lines of each file to write first. Default: 0.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int Tail { get; set; }

    /// <summary>Writes what is in the files already, from their beginnings.</summary>
    [Parameter]
    public SwitchParameter FromStart { get; set; }

    /// <summary>Stops at the end of the files. What is in them is written, all of it unless <c>-Tail</c> says how much.</summary>
    [Parameter]
    public SwitchParameter NoFollow { get; set; }

    /// <summary>Stops after this time: <c>30s</c>, <c>5m</c>, <c>1h</c>, a TimeSpan, or a number of seconds. Default: never.</summary>
    [Parameter]
    [Duration]
    public TimeSpan Timeout { get; set; } = System.Threading.Timeout.InfiniteTimeSpan;

    /// <summary>Stops when no line has come for this time, written like <c>-Timeout</c>. Default: never.</summary>
    [Parameter]
    [Duration]
    public TimeSpan IdleTimeout { get; set; } = System.Threading.Timeout.InfiniteTimeSpan;

    /// <summary>
    /// A file that remembers what was written, so that the next run goes on there, through rotations meanwhile too. It need not exist. A
    /// position is saved when the pipeline has taken the line: at the latest half a second later, and when the command ends. Default: none.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? CheckpointPath { get; set; }

    /// <summary>Writes whole entries, lines that belong together joined: each when the next begins, or after a quarter of a second.</summary>
    [Parameter]
    public SwitchParameter Multiline { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _link = PipelineLink.Open(MyInvocation);
        if (CheckpointPath is not null)
        {
            OpenCheckpoint(CheckpointPath);
        }
    }

    /// <inheritdoc/>
    protected override void ProcessInput()
    {
        IEnumerable<string> files = TakesPipeline ? FileFromPipeline() : ResolveFiles();
        if (ParameterSetName == PathSet && !NoFollow)
        {
            _patterns.AddRange(new LogPathResolver(this).Patterns(Path));
            files = files.Concat(Discover());
        }

        foreach (string file in files)
        {
            if (Directory.Exists(file))
            {
                WriteError(LogErrors.ForFile(new(Reading.LogFileFault.IsDirectory, file)));
            }
            else if (!_files.Contains(file))
            {
                _files.Add(file);
            }
        }
    }

    /// <inheritdoc/>
    protected override void Finish()
    {
        if (_files.Count == 0 && _patterns.Count == 0)
        {
            return;
        }

        bool tail = MyInvocation.BoundParameters.ContainsKey(nameof(Tail));
        var options = new FollowOptions
        {
            Encoding = ReadOptions.Encoding,
            Format = ReadOptions.Format,
            Tail = Tail,
            FromStart = FromStart || (NoFollow && !tail),
            Follow = !NoFollow,
            JoinsLines = Multiline,
            Positions = _checkpoint is null ? null : _checkpoint.Loaded?.Positions ?? [],
            ResumesFrom = _checkpoint?.Loaded?.Seen,
            Discover = _patterns.Count == 0 ? null : Discover,
        };
        using Follower follower = Follower.Start(_files, options);
        CheckpointRecorder? recorder = _checkpoint is null ? null : new CheckpointRecorder(_checkpoint);
        new FollowPump(this, _link!, follower, new FollowDeadline(Timeout, IdleTimeout), recorder).Run(StopToken);
        ReportGivenUpFormats();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _checkpoint?.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>The files that the wildcards name now. Runs on the follower's thread.</summary>
    private IEnumerable<string> Discover() => _patterns.SelectMany(PathPattern.Expand).Where(file => !IsExcluded(file));

    private void OpenCheckpoint(string path)
    {
        try
        {
            string full = new LogPathResolver(this).ResolveLiteral([path]).FirstOrDefault()
                ?? throw new CheckpointException(CheckpointFault.Unusable, path, "It is no path of the file system.");
            _checkpoint = CheckpointFile.Open(full, (reason, aside) => WriteError(LogErrors.CheckpointCorrupt(full, reason, aside)));
        }
        catch (CheckpointException failure)
        {
            ThrowTerminatingError(LogErrors.ForCheckpoint(failure));
        }
    }
}
