using System.Collections.Concurrent;
using LogAnalysis.Formats;
using LogAnalysis.Reading;

namespace LogAnalysis.Following;

/// <summary>
/// Follows files on a thread of its own and hands out what they hold in batches. The queue between is bounded: who takes slowly
/// slows reading down. Only <see cref="Dispose"/> must be called, at any time and from any thread.
/// </summary>
internal sealed class Follower : ILogSink, IDisposable
{
    private const int BlockSize = 1 << 16;
    private const int QueueLength = 16;
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan EndOfThread = TimeSpan.FromSeconds(1);

    private readonly FollowOptions _options;
    private readonly string[] _paths;
    private readonly FollowedFile[] _files;
    private readonly BlockingCollection<FollowBatch> _queue = new(QueueLength);
    private readonly CancellationTokenSource _abort = new();
    private readonly CancellationTokenSource _end = new();
    private readonly byte[] _block = new byte[BlockSize];
    private readonly Thread _thread;
    private FollowBatch _batch = new();
    private FollowBatch _held = new();

    private Follower(IEnumerable<string> paths, FollowOptions options)
    {
        _options = options;
        _paths = [.. paths];
        _files = [.. _paths.Select(path => new FollowedFile(path, options, this, failure => _batch.Faults.Add(failure)))];
        _thread = new Thread(Run) { IsBackground = true, Name = "LogAnalysis follower" };
    }

    /// <summary>Begins to follow files.</summary>
    /// <param name="paths">Their full paths. A file that is not there yet is reported, and followed from its start once it is.</param>
    /// <param name="options">Where to begin, and whether to go on at their ends.</param>
    public static Follower Start(IEnumerable<string> paths, FollowOptions options)
    {
        var follower = new Follower(paths, options);
        follower._thread.Start();
        return follower;
    }

    /// <summary>Takes the next batch.</summary>
    /// <param name="wait">How long to wait for it; <see cref="Timeout.InfiniteTimeSpan"/> for as long as it takes.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>The batch; null when the time is up, or when there is no more and <see cref="IsCompleted"/> is true.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> was cancelled.</exception>
    public FollowBatch? Take(TimeSpan wait, CancellationToken cancel) =>
        _queue.TryTake(out FollowBatch? batch, (int)wait.TotalMilliseconds, cancel) ? batch : null;

    /// <summary>Whether all has been taken and nothing will follow.</summary>
    public bool IsCompleted => _queue.IsCompleted;

    /// <summary>Ends following in order: what is written so far is still handed out, last lines without their ends too.</summary>
    public void End() => _end.Cancel();

    /// <inheritdoc/>
    public void Dispose()
    {
        _abort.Cancel();
        if (_thread.Join(EndOfThread))
        {
            _queue.Dispose();
            _abort.Dispose();
            _end.Dispose();
        }
    }

    /// <inheritdoc/>
    void ILogSink.Add(in LogLine line)
    {
        // A block can hold thousands of lines; whoever wants no more of them does not wait for its end.
        _abort.Token.ThrowIfCancellationRequested();
        _batch.Entries.Add(new LogEntry(in line));
    }

    private void Run()
    {
        try
        {
            using var end = CancellationTokenSource.CreateLinkedTokenSource(_abort.Token, _end.Token);
            using var signal = new ChangeSignal(_options.Follow ? _paths : []);
            Follow(signal, end.Token);
        }
        catch (OperationCanceledException)
        {
            // Whoever took the lines wants no more of them.
        }
        catch (Exception failure)
        {
            // Nothing may escape from here: an exception on a thread of ours would end the whole shell.
            _batch.Faults.Add(LogFileException.From(failure, _paths.FirstOrDefault() ?? string.Empty));
            _queue.TryAdd(_batch, EndOfThread);
        }
        finally
        {
            Array.ForEach(_files, file => file.Dispose());
            _queue.CompleteAdding();
        }
    }

    private void Follow(ChangeSignal signal, CancellationToken end)
    {
        Array.ForEach(_files, file => file.Start());
        TimeSpan wait = ShortestWait;
        while (true)
        {
            if (ReadAll())
            {
                wait = ShortestWait;
                continue;
            }

            Pause();
            if (LookAtAll())
            {
                continue;
            }

            if (!_options.Follow || end.IsCancellationRequested)
            {
                break;
            }

            wait = signal.Wait(wait, end) ? ShortestWait : Longer(wait);
        }

        Array.ForEach(_files, file => file.Complete());
        Pause();
    }

    private TimeSpan Longer(TimeSpan wait) => wait * 2 < _options.PollInterval ? wait * 2 : _options.PollInterval;

    /// <summary>Reads one block of each file, so that a busy one does not starve a quiet one.</summary>
    private bool ReadAll()
    {
        bool any = false;
        foreach (FollowedFile file in _files)
        {
            any |= file.Read(_block);
            HoldBack();
        }

        return any;
    }

    private bool LookAtAll()
    {
        bool any = false;
        foreach (FollowedFile file in _files)
        {
            any |= _options.Follow && file.Look(_block);
            HoldBack();
        }

        return any;
    }

    /// <summary>Holds the newest batch back until it is known whether another comes behind it.</summary>
    private void HoldBack()
    {
        if (_batch.IsEmpty)
        {
            return;
        }

        Send();
        (_held, _batch) = (_batch, new FollowBatch());
    }

    /// <summary>All is read for now: marks the last line as such and sends it.</summary>
    private void Pause()
    {
        HoldBack();
        if (_held.Entries.Count > 0)
        {
            _held.Entries[^1].IsLastBeforePause = _options.Follow;
        }

        Send();
    }

    private void Send()
    {
        if (!_held.IsEmpty)
        {
            _queue.Add(_held, _abort.Token);
            _held = new FollowBatch();
        }
    }
}
