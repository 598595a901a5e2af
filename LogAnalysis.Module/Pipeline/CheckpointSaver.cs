using System.Management.Automation;
using LogAnalysis.Errors;
using LogAnalysis.Following;

namespace LogAnalysis.Pipeline;

/// <summary>Saves what the pipeline has taken of what a follower read. A checkpoint that cannot be saved is reported once, and tried again.</summary>
/// <param name="cmdlet">Where to report.</param>
/// <param name="recorder">Knows what was taken.</param>
internal sealed class CheckpointSaver(PSCmdlet cmdlet, CheckpointRecorder recorder)
{
    private bool _hasFailed;
    private CheckpointException? _unreported;

    /// <summary>Whether there is something to save by <see cref="CheckpointRecorder.SaveInterval"/>.</summary>
    public bool IsDirty => recorder.IsDirty;

    /// <summary>To be called with how many entries of a batch were taken when no more of it will be.</summary>
    public void Record(FollowBatch batch, int taken) => recorder.Record(batch, taken);

    /// <summary>To be called after each entry: a slow consumer may need long for a batch, and what it has taken so far is saved meanwhile.</summary>
    public void RecordMeanwhile(FollowBatch batch, int taken)
    {
        if (recorder.IsDue)
        {
            recorder.Record(batch, taken);
            Try(recorder.SaveIfDue);
        }
    }

    /// <summary>Saves if it is time to, and reports a failure. To be called between batches: within one, another command may be at work, and this one may not write.</summary>
    public void SaveIfDue()
    {
        Try(recorder.SaveIfDue);
        ReportFailure();
    }

    /// <summary>Saves at the end, and reports a failure.</summary>
    public void Complete()
    {
        if (recorder.IsDirty)
        {
            Try(recorder.Save);
        }

        ReportFailure();
    }

    private void Try(Action save)
    {
        try
        {
            save();
            _hasFailed = false;
        }
        catch (CheckpointException) when (_hasFailed)
        {
            // It was reported already, or will be. Saving is tried again.
        }
        catch (CheckpointException failure)
        {
            _hasFailed = true;
            _unreported = failure;
        }
    }

    private void ReportFailure()
    {
        if (_unreported is CheckpointException failure)
        {
            _unreported = null;
            cmdlet.WriteError(LogErrors.ForCheckpoint(failure));
        }
    }
}
