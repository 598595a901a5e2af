using System.Diagnostics;
using LogAnalysis.Files;
using LogAnalysis.Following;

namespace LogAnalysis.Tests.Support;

/// <summary>A follower with all that it has given so far.</summary>
internal sealed class FollowerProbe : IDisposable
{
    private const string PrimeLine = "prime";

    private readonly Follower _follower;
    private readonly CheckpointFile? _checkpoint;
    private readonly CheckpointRecorder? _recorder;
    private bool _primed;

    public FollowerProbe(FollowOptions options, params string[] paths)
        : this(null, options, paths)
    {
    }

    private FollowerProbe(CheckpointFile? checkpoint, FollowOptions options, string[] paths)
    {
        _checkpoint = checkpoint;
        _recorder = checkpoint is null ? null : new CheckpointRecorder(checkpoint);
        _follower = Follower.Start(paths, options);
    }

    /// <summary>A follower that goes on from a checkpoint and saves what was taken.</summary>
    public static FollowerProbe WithCheckpoint(string checkpoint, FollowOptions options, params string[] paths)
    {
        var file = CheckpointFile.Open(checkpoint, (reason, _) => throw new InvalidOperationException(reason));
        return new FollowerProbe(file, options with { Positions = file.Loaded?.Positions ?? [], ResumesFrom = file.Loaded?.Seen }, paths);
    }

    public List<FollowWarning> Warnings { get; } = [];

    /// <summary>The entries so far, without those that <see cref="Prime"/> wrote.</summary>
    public List<LogEntry> Entries { get; } = [];

    /// <summary>Entries behind which the follower had nothing more for the moment.</summary>
    public List<LogEntry> LastBeforePauses { get; } = [];

    public List<LogFileException> Errors { get; } = [];

    public IEnumerable<string> Texts => Entries.Select(entry => entry.Text);

    /// <summary>Writes to the file until the follower is seen to follow it.</summary>
    public FollowerProbe Prime(string path)
    {
        TakeWhile(() =>
        {
            File.AppendAllText(path, PrimeLine + "\n");
            return !_primed;
        });
        return this;
    }

    /// <summary>Takes until there is that number of lines, or the deadline has come.</summary>
    public void TakeUntil(int count) => TakeWhile(() => Entries.Count < count);

    /// <summary>Takes until a line has come, or the deadline.</summary>
    public void TakeWhileThereIsNo(string text) => TakeWhile(() => Entries.Count == 0 || Entries[^1].Text != text);

    public void TakeUntilError() => TakeWhile(() => Errors.Count == 0);

    /// <summary>Ends following and takes what is left.</summary>
    public void TakeRest()
    {
        _follower.Complete();
        TakeWhile(() => !_follower.IsCompleted);
    }

    /// <summary>Takes all that a follower gives which ends by itself.</summary>
    public void TakeAll() => TakeWhile(() => !_follower.IsCompleted);

    /// <summary>Takes what there is, without waiting for more.</summary>
    public void TakeSome() => Take(TimeSpan.Zero);

    /// <summary>Saves what was taken.</summary>
    public void SaveNow() => _recorder!.Save();

    /// <summary>Ends it as a scheduled script ends: all is taken and saved.</summary>
    public void EndInOrder()
    {
        TakeRest();
        _recorder?.Save();
        Dispose();
    }

    /// <summary>Ends it without a last save, as a killed process does.</summary>
    public void Dispose()
    {
        _follower.Dispose();
        _checkpoint?.Dispose();
    }

    private void TakeWhile(Func<bool> more)
    {
        var clock = Stopwatch.StartNew();
        while (more() && clock.Elapsed < Patience.Limit)
        {
            Take(TimeSpan.FromMilliseconds(50));
        }
    }

    private void Take(TimeSpan wait)
    {
        if (_follower.Take(wait, CancellationToken.None) is FollowBatch batch)
        {
            _primed |= batch.Entries.Any(entry => entry.Text == PrimeLine);
            Entries.AddRange(batch.Entries.Where(entry => entry.Text != PrimeLine));
            LastBeforePauses.AddRange(batch.IsLastBeforePause ? batch.Entries.TakeLast(1) : []);
            Errors.AddRange(batch.Errors);
            Warnings.AddRange(batch.Warnings);
            _recorder?.Record(batch, batch.Entries.Count);
            _recorder?.Commit(_recorder.Taken);
            _recorder?.SaveIfDue();
        }
    }
}
