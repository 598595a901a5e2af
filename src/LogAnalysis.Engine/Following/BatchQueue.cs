using System.Collections.Concurrent;

namespace LogAnalysis.Following;

/// <summary>
/// The queue from the follower's thread to the pipeline's. It is bounded by its writer, who reads no file while it is full: a slow
/// consumer applies back-pressure to reading, but not to rotation detection.
/// </summary>
internal sealed class BatchQueue : IDisposable
{
    private const int Capacity = 16;
    private const int ResumeThreshold = Capacity / 2;

    private readonly BlockingCollection<FollowBatch> _batches = [];

    /// <summary>Raised on the consumer's thread when enough has been taken for reading to go on.</summary>
    public event Action? RoomFreed;

    /// <summary>Whether reading waits. Each file can still add one batch, with what it has kept.</summary>
    public bool IsFull => _batches.Count >= Capacity;

    /// <summary>Whether all has been taken and nothing will follow.</summary>
    public bool IsCompleted => _batches.IsCompleted;

    /// <summary>Adds a batch.</summary>
    public void Add(FollowBatch batch) => _batches.Add(batch);

    /// <summary>Nothing will follow.</summary>
    public void Complete() => _batches.CompleteAdding();

    /// <summary>Takes the next batch.</summary>
    /// <returns>The batch; null when the time is up, or when there is no more and <see cref="IsCompleted"/> is true.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> was cancelled.</exception>
    public FollowBatch? Take(TimeSpan wait, CancellationToken cancel)
    {
        if (!_batches.TryTake(out FollowBatch? batch, (int)wait.TotalMilliseconds, cancel))
        {
            return null;
        }

        if (_batches.Count == ResumeThreshold)
        {
            RoomFreed?.Invoke();
        }

        return batch;
    }

    /// <inheritdoc/>
    public void Dispose() => _batches.Dispose();
}
