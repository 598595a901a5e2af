using System.Management.Automation;
using LogAnalysis.Errors;
using LogAnalysis.Following;

namespace LogAnalysis.Pipeline;

/// <summary>Carries what a follower reads on its thread into the pipeline, on the pipeline's own.</summary>
internal sealed class FollowPump(PSCmdlet cmdlet, Follower follower, FollowDeadline deadline)
{
    /// <summary>The longest single wait; deadlines beyond it are waited for in several.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private bool _ending;

    /// <summary>Writes lines until there are no more, or the deadline has come.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="stopping"/> was cancelled.</exception>
    public void Run(CancellationToken stopping)
    {
        while (!follower.IsCompleted)
        {
            TimeSpan wait = _ending ? Timeout.InfiniteTimeSpan : deadline.Remaining;
            if (wait == TimeSpan.Zero)
            {
                _ending = true;
                follower.End();
                continue;
            }

            if (follower.Take(wait > LongestWait ? LongestWait : wait, stopping) is FollowBatch batch)
            {
                Write(batch, stopping);
            }
        }
    }

    private void Write(FollowBatch batch, CancellationToken stopping)
    {
        foreach (Reading.LogFileException fault in batch.Faults)
        {
            cmdlet.WriteError(LogErrors.ForFile(fault));
        }

        foreach (LogEntry entry in batch.Entries)
        {
            stopping.ThrowIfCancellationRequested();
            deadline.Extend();
            cmdlet.WriteObject(entry);
        }
    }
}
