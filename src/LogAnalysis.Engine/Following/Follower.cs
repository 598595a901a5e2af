using System.Collections.Concurrent;
using LogAnalysis.Files;
using LogAnalysis.Model;

namespace LogAnalysis.Following;

/// <summary>
/// Follows files on a thread of its own and hands out what they hold in batches. The queue between is bounded: who takes slowly
/// slows reading down, though not the watch over rotations: a file that is opened in time is not lost when it is deleted. Only <see cref="Dispose"/> must be called, at any time and from any thread.
/// </summary>
internal sealed class Follower : IFollowSink, IDisposable
{
    /// <summary>So many batches wait at the most, and of each file one more.</summary>
    private const int QueueLength = 16;

    /// <summary>When so few wait that reading goes on.</summary>
    private const int EnoughRoom = QueueLength / 2;

    /// <summary>So many files cost nothing to look at; more are looked at less often.</summary>
    private const int FewFiles = 50;
    private const int MaxDelay = 4;

    private static readonly TimeSpan MinWait = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan LongQuiet = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan EndOfThread = TimeSpan.FromSeconds(1);

    private readonly FollowOptions _options;
    private readonly string[] _paths;
    private readonly List<TailedPath> _files = [];
    private readonly ConcurrentDictionary<string, TailedPath> _byPath = new(StringComparer.Ordinal);
    private readonly FileRegistry _known;
    private readonly BlockingCollection<FollowBatch> _queue = [];
    private readonly CancellationTokenSource _abort = new();
    private readonly CancellationTokenSource _end = new();
    private readonly DirectoryWatcher _signal;
    private readonly byte[] _block = new byte[TailedFile.BlockSize];
    private readonly Thread _thread;
    private FollowBatch _batch = new();
    private FollowBatch _held = new();
    private long _lastRound;
    private long _lastActivity = Environment.TickCount64;
    private long _lastDiscovery;
    private DateTime _seen;
    private bool _isNotified;

    private Follower(IEnumerable<string> paths, FollowOptions options)
    {
        _options = options;
        _paths = [.. paths];
        _known = new FileRegistry(new OpenHandles(options.MaxOpen));
        DateTime now = options.Clock.GetUtcNow().UtcDateTime;
        _seen = options.ResumesFrom is DateTime earlier && earlier < now ? earlier : now;
        _signal = new DirectoryWatcher(path => _byPath.GetValueOrDefault(path)?.Catch());
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
    public FollowBatch? Take(TimeSpan wait, CancellationToken cancel)
    {
        if (!_queue.TryTake(out FollowBatch? batch, (int)wait.TotalMilliseconds, cancel))
        {
            return null;
        }

        if (_queue.Count == EnoughRoom)
        {
            _signal.Wake();
        }

        return batch;
    }

    /// <summary>Whether it goes on at the ends of the files.</summary>
    public bool IsFollowing => _options.Follow;

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
    void IFollowSink.Begin(TailedFile log, ReadOnlySpan<byte> window, long windowOffset)
    {
        HoldBack();
        _batch = _options.Positions is null
            ? new FollowBatch(log, 0, [], 0)
            : new FollowBatch(log, windowOffset + window.Length, window.ToArray(), windowOffset);
    }

    /// <inheritdoc/>
    void IFollowSink.Open(TailedFile log, ReadOnlySpan<byte> window, long windowOffset)
    {
        HoldBack();
        if (_options.Positions is not null)
        {
            _batch = new FollowBatch(log, windowOffset + window.Length, window.ToArray(), windowOffset) { IsOpening = true };
        }
    }

    /// <inheritdoc/>
    void ILogSink.Add(in LogLine line) => Add(new LogEntry(in line));

    /// <inheritdoc/>
    void IFollowSink.Add(LogEntry entry) => Add(entry);

    /// <inheritdoc/>
    void IFollowSink.Settle(long offset)
    {
        if (_batch.Ends.Count > 0)
        {
            _batch.Ends[^1] = offset;
        }
    }

    /// <inheritdoc/>
    void IFollowSink.Warn(FollowWarning warning) => _batch.Warnings.Add(warning);

    private void Add(LogEntry entry)
    {
        // A block can hold thousands of lines; whoever wants no more of them does not wait for its end.
        _abort.Token.ThrowIfCancellationRequested();
        _batch.Entries.Add(entry);
        _batch.Ends.Add(0);
    }

    private void Run()
    {
        try
        {
            using var end = CancellationTokenSource.CreateLinkedTokenSource(_abort.Token, _end.Token);
            Follow(end.Token);
        }
        catch (OperationCanceledException)
        {
            // Whoever took the lines wants no more of them.
        }
        catch (Exception failure)
        {
            // Nothing may escape from here: an exception on a thread of ours would end the whole shell.
            _batch.Faults.Add(LogFileException.From(failure, _paths.FirstOrDefault() ?? string.Empty));
            _queue.Add(_batch);
        }
        finally
        {
            _signal.Dispose();
            _files.ForEach(file => file.Dispose());
            _queue.CompleteAdding();
        }
    }

    private void Follow(CancellationToken end)
    {
        Begin();
        TimeSpan wait = MinWait;
        while (true)
        {
            if (ReadDue())
            {
                wait = MinWait;
                _lastActivity = Environment.TickCount64;
                WaitForRoom();
                MarkChanged();
                continue;
            }

            Pause();
            if (!_options.Follow || end.IsCancellationRequested)
            {
                break;
            }

            wait = _signal.Wait(wait, end) ? MinWait : Longer(wait);
            MarkChanged();
        }

        _files.ForEach(file => file.Complete());
        Pause();
    }

    private void Begin()
    {
        Array.ForEach(_paths, path => Add(path));
        Discover();

        // A file that an earlier run read may stand under another followed path now.
        _files.ForEach(file => file.Resume());

        // What was rotated away is found by the original first, which knows its order.
        _files.OrderBy(file => file.Original is not null).ToList().ForEach(file => file.Start());
        HoldBack();
        UpdateSeen();
        _batch = new FollowBatch { EndsResuming = true };
        HoldBack();
        _lastDiscovery = _lastRound = Environment.TickCount64;
    }

    private TailedPath? Add(string path)
    {
        var file = new TailedPath(path, _options, this, _known, failure => _batch.Faults.Add(failure));
        if (!_byPath.TryAdd(path, file))
        {
            return null;
        }

        _files.Add(file);
        return file;
    }

    private void NameOriginals()
    {
        foreach (TailedPath file in _files)
        {
            file.Original ??= RotatedName.Originals(file.Path).FirstOrDefault(_byPath.ContainsKey);
        }
    }

    private TimeSpan Longer(TimeSpan wait) => wait * 2 < PollInterval ? wait * 2 : PollInterval;

    /// <summary>Many files are looked at less often, and so are files that have been quiet for long: notifications tell of them.</summary>
    private TimeSpan PollInterval => _options.PollInterval * (IsQuiet ? MaxDelay : Math.Clamp(_files.Count / (2 * FewFiles), 1, MaxDelay));

    private bool IsQuiet => _isNotified && Environment.TickCount64 - _lastActivity >= LongQuiet.TotalMilliseconds;

    /// <summary>Reads one block of each file that may have one, so that a busy one does not starve a quiet one.</summary>
    private bool ReadDue()
    {
        bool any = false;
        foreach (TailedPath file in _files)
        {
            if (file.IsDue)
            {
                bool more = IsFull || file.Read(_block);
                if (_options.Follow && (!more || file.MayBeRotated))
                {
                    more |= file.Look();
                }

                file.IsDue = more || file.IsWaiting;
                any |= more;
                HoldBack();
            }
        }

        UpdateSeen();
        return any;
    }

    /// <summary>Of a path where nothing stands, what came and went is found only when something stands there again.</summary>
    private void UpdateSeen()
    {
        DateTime seen = DateTime.MaxValue;
        foreach (TailedPath file in _files)
        {
            seen = file.Stands && file.LastSeen < seen ? file.LastSeen : seen;
        }

        // It can be earlier than before: when the clock was set back.
        _seen = seen < DateTime.MaxValue ? seen : _seen;
    }

    /// <summary>Finds out which files to look at: those that have changed, and all of them from time to time.</summary>
    private void MarkChanged()
    {
        long now = Environment.TickCount64;
        bool all = _files.Count <= FewFiles ? !ReadIsPending() : now - _lastRound >= PollInterval.TotalMilliseconds;
        all |= now - _lastRound >= PollInterval.TotalMilliseconds;
        bool discover = now - _lastDiscovery >= _options.DiscoverInterval.TotalMilliseconds;
        foreach ((string path, bool isOther) in _signal.TakeChanged())
        {
            if (_byPath.TryGetValue(path, out TailedPath? file))
            {
                file.IsDue = true;
                file.MayBeRotated |= isOther;
            }
            else
            {
                MarkRelated(path);
                discover |= _options.Discover is not null;
            }
        }

        if (discover)
        {
            _lastDiscovery = now;
            Discover();
        }

        if (all)
        {
            _lastRound = now;
            _files.ForEach(file => file.IsDue = file.MayBeRotated = true);
        }
    }

    private bool IsFull => _queue.Count >= QueueLength;

    private void WaitForRoom()
    {
        _abort.Token.ThrowIfCancellationRequested();
        if (IsFull)
        {
            _signal.Wait(MinWait, _abort.Token);
        }
    }

    private bool ReadIsPending() => _files.Exists(file => file.IsDue && !file.IsWaiting);

    /// <summary>A changed file that is not followed by this name can be a rotated one, or what a link leads to.</summary>
    private void MarkRelated(string path)
    {
        string? folder = Path.GetDirectoryName(path);
        foreach (TailedPath file in _files)
        {
            bool isRelated = Path.GetDirectoryName(file.Path) == folder || file.IsElsewhere;
            file.IsDue |= isRelated;
            file.MayBeRotated |= isRelated;
        }
    }

    private void Discover()
    {
        foreach (string path in _options.Discover?.Invoke() ?? [])
        {
            if (!_byPath.ContainsKey(path))
            {
                // It may be a followed file under a new name: that is looked at first.
                Add(path)!.Appear();
            }
        }

        NameOriginals();
        if (_options.Follow && _options.UsesNotifications)
        {
            _isNotified = _signal.Watch(_byPath.Keys);
        }
    }

    /// <summary>Holds the newest batch back until it is known whether another comes behind it.</summary>
    private void HoldBack()
    {
        if (_batch.IsEmpty)
        {
            return;
        }

        _batch.Seen = _seen;
        Send();
        (_held, _batch) = (_batch, new FollowBatch());
    }

    /// <summary>All is read for now: marks the last batch as such and sends it.</summary>
    private void Pause()
    {
        HoldBack();
        _held.IsLastBeforePause = _options.Follow;
        Send();
    }

    private void Send()
    {
        if (!_held.IsEmpty)
        {
            _queue.Add(_held);
            _held = new FollowBatch();
        }
    }
}
