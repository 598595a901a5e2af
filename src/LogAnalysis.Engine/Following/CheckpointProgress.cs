using System.Collections.Immutable;

namespace LogAnalysis.Following;

/// <summary>How far a pipeline has come in what a follower gives it, at one moment.</summary>
/// <param name="Number">How many progresses were recorded before.</param>
/// <param name="Files">How far each open file was taken.</param>
/// <param name="Seen">Up to when every file that had been there has been announced; null before the first batch.</param>
/// <param name="HasResumed">Whether all that an earlier run had read was taken up, or is gone.</param>
internal sealed record CheckpointProgress(
    long Number, ImmutableDictionary<TailedFileLifecycle, LogPosition> Files, DateTime? Seen, bool HasResumed)
{
    /// <summary>Nothing was taken.</summary>
    public static readonly CheckpointProgress None = new(0, ImmutableDictionary<TailedFileLifecycle, LogPosition>.Empty, null, false);

    /// <summary>The progress when the first <paramref name="taken"/> entries of a batch have been taken too.</summary>
    public CheckpointProgress After(FollowBatch batch, int taken) => new(
        Number + 1,
        batch.Positions is BatchPositions positions && positions.After(taken, batch.Entries) is LogPosition position ? Files.SetItem(positions.File, position) : Files,

        // Not the time of saving: a file that was opened meanwhile is unknown here until its first batch is taken.
        batch.Seen == default ? Seen : batch.Seen,
        HasResumed || batch.EndsResuming);

    /// <summary>The progress without a file that is not read any more.</summary>
    public CheckpointProgress Without(TailedFileLifecycle file, LogPosition position) =>
        Files.GetValueOrDefault(file) == position ? this with { Files = Files.Remove(file) } : this;
}
