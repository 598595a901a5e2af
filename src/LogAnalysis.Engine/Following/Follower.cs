using LogAnalysis.Files;

namespace LogAnalysis.Following;

/// <summary>
/// Follows files on a thread of its own, and gives what they hold in batches. Only <see cref="Dispose"/> must be called, at any time and
/// from any thread.
/// </summary>
internal sealed class Follower : IDisposable
{
    private static readonly TimeSpan MaxEndOfThread = TimeSpan.FromSeconds(1);

    private readonly BatchQueue _queue = new();
    private readonly CancellationTokenSource _abort = new();
    private readonly CancellationTokenSource _end = new();
    private readonly Thread _thread;

    private Follower(string[] names, FollowOptions options)
    {
        IsFollowing = options.Follow;
        _thread = new Thread(() => Run(names, options)) { IsBackground = true, Name = "LogAnalysis follower" };
    }

    /// <summary>Whether it goes on at the ends of the files.</summary>
    public bool IsFollowing { get; }

    /// <summary>Whether all has been taken and nothing will follow.</summary>
    public bool IsCompleted => _queue.IsCompleted;

    /// <summary>Begins to follow files.</summary>
    /// <param name="paths">Their full paths. A file that is not there yet is reported, and followed from its start once it is.</param>
    /// <param name="options">Where to begin, and whether to go on at their ends.</param>
    public static Follower Start(IEnumerable<string> paths, FollowOptions options)
    {
        var follower = new Follower([.. paths], options);
        follower._thread.Start();
        return follower;
    }

    /// <summary>Takes the next batch.</summary>
    /// <param name="wait">How long to wait for it; <see cref="Timeout.InfiniteTimeSpan"/> for as long as it takes.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>The batch; null when the time is up, or when there is no more and <see cref="IsCompleted"/> is true.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> was cancelled.</exception>
    public FollowBatch? Take(TimeSpan wait, CancellationToken cancel) => _queue.Take(wait, cancel);

    /// <summary>Ends following in order: what is written so far is still passed on, last lines without their ends too.</summary>
    public void Complete() => _end.Cancel();

    /// <inheritdoc/>
    public void Dispose()
    {
        _abort.Cancel();
        if (_thread.Join(MaxEndOfThread))
        {
            _queue.Dispose();
            _abort.Dispose();
            _end.Dispose();
        }
    }

    private void Run(string[] names, FollowOptions options)
    {
        var batches = new BatchBuilder(_queue, options, _abort.Token);
        var paths = new FollowedPaths(options, batches, batches.Report);
        var watcher = new DirectoryWatcher(name => paths.Find(name)?.Path.Preopen(), name => paths.Find(name)?.Path.FillAhead());
        var loop = new FollowLoop(options, paths, new PollSchedule(options, paths, watcher), batches, _queue, watcher);
        _queue.RoomFreed += watcher.Wake;
        try
        {
            using var end = CancellationTokenSource.CreateLinkedTokenSource(_abort.Token, _end.Token);
            loop.Run(names, end.Token, _abort.Token);
        }
        catch (OperationCanceledException)
        {
            // The consumer wants no more.
        }
        catch (Exception failure)
        {
            // Nothing may escape from here: an exception on a thread of ours would end the whole shell.
            batches.Report(LogFileException.From(failure, names.FirstOrDefault() ?? string.Empty));
            batches.Flush();
        }
        finally
        {
            watcher.Dispose();
            paths.Dispose();
            _queue.Complete();
        }
    }
}
