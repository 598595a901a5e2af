using System.Management.Automation;
using LogAnalysis.Errors;
using LogAnalysis.Following;

namespace LogAnalysis.Pipeline;

/// <summary>
/// Saves what the pipeline has done with what a follower read: lines that were taken, and behind counting commands those whose result was
/// taken. A checkpoint that cannot be saved is reported once, and tried again.
/// </summary>
internal sealed class CheckpointSaver
{
    // The commands of a pipeline begin one after the other, on one thread.
    [ThreadStatic]
    private static CheckpointSaver? LastBegun;

    private readonly InvocationInfo _writer;
    private readonly CheckpointRecorder _recorder;
    private readonly List<ResultDelivery> _deliveries = [];
    private bool _hasFailed;
    private CheckpointException? _unreported;
    private (FollowBatch Batch, SelectedLines Lines, int Taken)? _current;

    private CheckpointSaver(InvocationInfo writer, CheckpointFile file, bool isFollowing)
    {
        _writer = writer;
        _recorder = new CheckpointRecorder(file);
        IsFollowing = isFollowing;
    }

    /// <summary>Whether the follower goes on at the ends of the files.</summary>
    public bool IsFollowing { get; }

    /// <summary>How long it is until there is something to save; null for as long as nothing comes.</summary>
    public TimeSpan? UntilDue => _recorder.IsDirty ? _recorder.UntilDue : null;

    /// <summary>To be called by a command that saves when it begins.</summary>
    public static CheckpointSaver WriterBegins(InvocationInfo writer, CheckpointFile file, bool isFollowing) =>
        LastBegun = new CheckpointSaver(writer, file, isFollowing);

    /// <summary>The saver of a command earlier in the same pipeline, when that begins; null where there is none.</summary>
    public static CheckpointSaver? FindBefore(InvocationInfo reader) => LastBegun?.IsBefore(reader) == true ? LastBegun : null;

    /// <summary>All commands of the pipeline have begun.</summary>
    public void Start()
    {
        if (LastBegun == this)
        {
            LastBegun = null;
        }
    }

    /// <summary>What is not delivered here is not saved.</summary>
    public void Add(ResultDelivery delivery) => _deliveries.Add(delivery);

    /// <summary>Lines of a batch are about to be written.</summary>
    public void BeginBatch(FollowBatch batch, SelectedLines lines) => _current = (batch, lines, 0);

    /// <summary>One more line was taken. A slow consumer may need long for a batch, and what it has taken so far is saved meanwhile.</summary>
    public void Take()
    {
        (FollowBatch batch, SelectedLines lines, int taken) = _current!.Value;
        _current = (batch, lines, taken + 1);
        _recorder.CountLine();
        if (_recorder.IsDue)
        {
            RecordCurrent();
            Commit();
            Try(_recorder.SaveIfDue);
        }
    }

    /// <summary>Nothing more of the batch is written.</summary>
    /// <param name="isOneMore">Whether the line was taken that was being written.</param>
    public void EndBatch(bool isOneMore)
    {
        (FollowBatch batch, SelectedLines lines, int taken) = _current!.Value;
        _recorder.Record(batch, lines.EntriesAfter(isOneMore ? taken + 1 : taken));
        _current = null;
        Commit();
    }

    /// <summary>Records what was taken up to now.</summary>
    public CheckpointProgress RecordCurrent()
    {
        if (_current is (FollowBatch batch, SelectedLines lines, int taken))
        {
            _recorder.Record(batch, lines.EntriesAfter(taken));
        }

        return _recorder.Taken;
    }

    /// <summary>Saves if it is time to, and reports a failure. To be called between batches: within one, another command may be at work, and this one may not write.</summary>
    public void SaveIfDue(PSCmdlet cmdlet)
    {
        Try(_recorder.SaveIfDue);
        ReportFailure(cmdlet);
    }

    /// <summary>Saves at the end, and reports a failure.</summary>
    public void Complete(PSCmdlet cmdlet)
    {
        if (_recorder.IsDirty)
        {
            Try(() =>
            {
                _recorder.Save();
                return true;
            });
        }

        ReportFailure(cmdlet);
    }

    /// <summary>A counting command has delivered its last result.</summary>
    public void CompleteDelivery(PSCmdlet cmdlet)
    {
        Commit();
        Complete(cmdlet);
    }

    private bool IsBefore(InvocationInfo reader) =>
        reader.PipelineLength == _writer.PipelineLength
        && reader.PipelinePosition > _writer.PipelinePosition
        && reader.HistoryId == _writer.HistoryId;

    private void Commit()
    {
        CheckpointProgress done = _recorder.Taken;
        foreach (ResultDelivery delivery in _deliveries)
        {
            done = delivery.IsPending && delivery.Delivered.Number < done.Number ? delivery.Delivered : done;
        }

        _recorder.Commit(done);
    }

    /// <param name="save">Saves, and returns whether there was anything to save now: only that shows that it is possible again.</param>
    private void Try(Func<bool> save)
    {
        try
        {
            _hasFailed &= !save();
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

    private void ReportFailure(PSCmdlet cmdlet)
    {
        if (_unreported is CheckpointException failure)
        {
            _unreported = null;
            cmdlet.WriteError(LogErrors.ForCheckpoint(failure));
        }
    }
}
