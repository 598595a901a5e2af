using System.Diagnostics;
using LogAnalysis.Following;
using LogAnalysis.Reading;

namespace LogAnalysis.Tests.Support;

/// <summary>A follower with all that it has given so far.</summary>
internal sealed class FollowerProbe : IDisposable
{
    private const string PrimeLine = "prime";
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);

    private readonly Follower _follower;
    private bool _primed;

    public FollowerProbe(FollowOptions options, params string[] paths) => _follower = Follower.Start(paths, options);

    /// <summary>The entries so far, without those that <see cref="Prime"/> wrote.</summary>
    public List<LogEntry> Entries { get; } = [];

    public List<LogFileException> Faults { get; } = [];

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

    /// <summary>Takes until there are so many lines, or the deadline has come.</summary>
    public void TakeUntil(int count) => TakeWhile(() => Entries.Count < count);

    public void TakeUntilFault() => TakeWhile(() => Faults.Count == 0);

    /// <summary>Ends following and takes what is left.</summary>
    public void TakeRest()
    {
        _follower.End();
        TakeWhile(() => !_follower.IsCompleted);
    }

    /// <summary>Takes all that a follower gives which ends by itself.</summary>
    public void TakeAll() => TakeWhile(() => !_follower.IsCompleted);

    public void Dispose() => _follower.Dispose();

    private void TakeWhile(Func<bool> more)
    {
        var clock = Stopwatch.StartNew();
        while (more() && clock.Elapsed < Deadline)
        {
            if (_follower.Take(TimeSpan.FromMilliseconds(50), CancellationToken.None) is FollowBatch batch)
            {
                _primed |= batch.Entries.Any(entry => entry.Text == PrimeLine);
                Entries.AddRange(batch.Entries.Where(entry => entry.Text != PrimeLine));
                Faults.AddRange(batch.Faults);
            }
        }
    }
}
