using LogAnalysis.Files;
using LogAnalysis.Model;

namespace LogAnalysis.Following;

/// <summary>
/// Makes batches of what is read of the files. The newest one is held back until it is known whether another follows: the last
/// one before a pause says so.
/// </summary>
internal sealed class BatchBuilder(BatchQueue queue, FollowOptions options, CancellationToken abort) : IFollowSink
{
    private FollowBatch _batch = new();
    private FollowBatch _held = new();

    /// <summary>Up to when every file that had been there has been announced.</summary>
    public DateTime Seen { get; set; } = StartOf(options);

    /// <inheritdoc/>
    public void NotifyOpened(in FollowedBlock block, long? lines)
    {
        CompleteBatch();
        if (options.Positions is not null)
        {
            _batch = new FollowBatch(BatchPositions.Opening(in block, lines));
        }
    }

    /// <inheritdoc/>
    public void BeginBlock(in FollowedBlock block)
    {
        CompleteBatch();
        _batch = options.Positions is null ? new FollowBatch() : new FollowBatch(BatchPositions.Of(in block));
    }

    /// <inheritdoc/>
    public void Add(in LogLine line) => Add(new LogEntry(in line));

    /// <inheritdoc/>
    public void Add(LogEntry entry)
    {
        // A block can hold thousands of lines. A consumer that stops does not wait for its end.
        abort.ThrowIfCancellationRequested();
        _batch.Add(entry);
    }

    /// <inheritdoc/>
    public void Commit(long offset) => _batch.Positions?.Commit(offset);

    /// <inheritdoc/>
    public void Warn(FollowWarning warning) => _batch.Warnings.Add(warning);

    /// <inheritdoc/>
    public void Note(FollowWarning note) => _batch.Notes.Add(note);

    /// <summary>Adds an error.</summary>
    public void Report(LogFileException failure) => _batch.Errors.Add(failure);

    /// <summary>Nothing more of the present block comes.</summary>
    public void CompleteBatch()
    {
        if (!_batch.IsEmpty)
        {
            _batch.Seen = Seen;
            Send();
            (_held, _batch) = (_batch, new FollowBatch());
        }
    }

    /// <summary>All that an earlier run had read is taken up, or is gone.</summary>
    public void EndResuming()
    {
        CompleteBatch();
        _batch = new FollowBatch { EndsResuming = true };
        CompleteBatch();
    }

    /// <summary>Nothing more comes for now.</summary>
    public void Flush()
    {
        CompleteBatch();
        _held.IsLastBeforePause = options.Follow;
        Send();
    }

    private static DateTime StartOf(FollowOptions options)
    {
        DateTime now = options.Clock.GetUtcNow().UtcDateTime;
        return options.ResumesFrom < now ? options.ResumesFrom.Value : now;
    }

    private void Send()
    {
        if (!_held.IsEmpty)
        {
            queue.Add(_held);
            _held = new FollowBatch();
        }
    }
}
