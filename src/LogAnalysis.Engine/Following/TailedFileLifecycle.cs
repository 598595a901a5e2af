namespace LogAnalysis.Following;

/// <summary>The state of a followed file, shared by the follower that changes it and the checkpoint that records it.</summary>
/// <param name="path">The path that is followed.</param>
internal sealed class TailedFileLifecycle(string path)
{
    private static long Begun;

    // Checkpoints are saved on the pipeline's thread.
    private volatile TailedFileState _state;

    /// <summary>The path that is followed. The file may have been renamed.</summary>
    public string Path => path;

    /// <summary>Orders files as they came to their paths, which is the order in which a checkpoint has those in the same state.</summary>
    public long Number { get; private set; }

    /// <summary>The state.</summary>
    public TailedFileState State => _state;

    /// <summary>Whether the file has ever been at the path.</summary>
    public bool WasCurrent { get; private set; }

    /// <summary>The state as a checkpoint has it.</summary>
    public LogState Recorded => _state switch
    {
        TailedFileState.Closed => LogState.Closed,
        TailedFileState.Draining or TailedFileState.Drained => LogState.Rotated,
        _ => LogState.Current,
    };

    /// <summary>It is at the path: it was opened there, or came back.</summary>
    public void BecomeCurrent()
    {
        Begin();
        WasCurrent = true;
        _state = TailedFileState.Current;
    }

    /// <summary>Another file is at the path, or none, or what was read of this one was overwritten.</summary>
    public void Rotate()
    {
        Begin();
        if (_state is TailedFileState.Opened or TailedFileState.Current)
        {
            _state = TailedFileState.Draining;
        }
    }

    /// <summary>All of it has been read for now.</summary>
    public void ReachEnd()
    {
        if (_state == TailedFileState.Draining)
        {
            _state = TailedFileState.Drained;
        }
    }

    /// <summary>It was quiet for long enough, or is given up.</summary>
    public void Close() => _state = TailedFileState.Closed;

    private void Begin() => Number = Number == 0 ? Interlocked.Increment(ref Begun) : Number;
}
