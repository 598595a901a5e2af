using System.Management.Automation;
using LogAnalysis.Errors;
using LogAnalysis.Following;
using LogAnalysis.Pipeline;

namespace LogAnalysis.Commands;

/// <summary>Follows log files, through rotations, and writes each new line as soon as it is complete.</summary>
[Cmdlet(VerbsCommon.Watch, "LogFile", DefaultParameterSetName = PathSet)]
[OutputType(typeof(LogEntry))]
public sealed class WatchLogFileCommand : LogFileCommand
{
    private readonly List<string> _files = [];

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

    /// <inheritdoc/>
    protected override void ProcessInput()
    {
        foreach (string file in TakesPipeline ? FileFromPipeline() : ResolveFiles())
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
        if (_files.Count == 0)
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
        };
        using Follower follower = Follower.Start(_files, options);
        new FollowPump(this, follower, new FollowDeadline(Timeout, IdleTimeout)).Run(StopToken);
        ReportGivenUpFormats();
    }
}
