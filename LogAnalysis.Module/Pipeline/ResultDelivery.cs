using System.Management.Automation;
using LogAnalysis.Following;

namespace LogAnalysis.Pipeline;

/// <summary>
/// What a counting command has delivered of what a <c>Watch-LogFile</c> before it gives. Entries are done with when the commands behind have
/// taken a result that includes them: only then does a checkpoint say so.
/// </summary>
internal sealed class ResultDelivery
{
    private readonly CheckpointSaver? _checkpoint;
    private bool _isPending;

    private ResultDelivery(CheckpointSaver? checkpoint, bool isPending)
    {
        _checkpoint = checkpoint;
        _isPending = isPending;
    }

    /// <summary>Whether each entry has its own result, which is taken with it.</summary>
    public bool IsImmediate { get; set; }

    /// <summary>Whether there are entries that no result includes.</summary>
    public bool IsPending => _isPending && !IsImmediate;

    /// <summary>What is delivered where more is pending.</summary>
    public CheckpointProgress Delivered { get; private set; } = CheckpointProgress.None;

    /// <summary>Of input that no <c>Watch-LogFile</c> gives.</summary>
    public static ResultDelivery Detached() => new(null, isPending: false);

    /// <summary>To be called by a counting command when it begins.</summary>
    public static ResultDelivery ReaderBegins(InvocationInfo reader)
    {
        CheckpointSaver? checkpoint = CheckpointSaver.FindBefore(reader);
        var delivery = new ResultDelivery(checkpoint, isPending: checkpoint is { IsFollowing: false });
        checkpoint?.Add(delivery);
        return delivery;
    }

    /// <summary>Something comes that no result includes yet.</summary>
    public void Begin() => _isPending = true;

    /// <summary>What has been delivered when the entry comes that is being written now.</summary>
    public CheckpointProgress Mark() => _checkpoint?.RecordCurrent() ?? CheckpointProgress.None;

    /// <summary>Everything is in results that have been taken, with the entry that is being written now.</summary>
    public void Deliver() => _isPending = false;

    /// <summary>What had come up to here is in results that have been taken.</summary>
    public void Deliver(CheckpointProgress mark) => Delivered = mark;

    /// <summary>The last result has been taken.</summary>
    public void Complete(PSCmdlet cmdlet)
    {
        Deliver();
        _checkpoint?.CompleteDelivery(cmdlet);
    }
}
