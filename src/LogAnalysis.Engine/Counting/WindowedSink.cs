using LogAnalysis.Model;

namespace LogAnalysis.Counting;

/// <summary>
/// Counts each span of time by itself. Windows begin at multiples of their length since 1970 in UTC. An entry without a time belongs
/// where the one before it in the same file does; if there is none, to the moment at which it is counted. Lines go where their entry went.
/// </summary>
/// <typeparam name="TSink">What counts one window.</typeparam>
/// <param name="length">How long a window is; at least a tick.</param>
/// <param name="create">Makes what counts a window.</param>
/// <param name="passed">Is given windows that have passed, in their order, and the earliest when there are too many to keep.</param>
/// <param name="clock">The clock for entries without a time; the system's by default.</param>
internal sealed class WindowedSink<TSink>(TimeSpan length, Func<TSink> create, Action<TimeWindow, TSink> passed, TimeProvider? clock = null) : ILogSink
    where TSink : class, ILogSink
{
    /// <summary>Windows stay open for entries that come late.</summary>
    private const int MaxOpen = 1000;

    /// <summary>How long after the end of a window entries of it may come, by the clock.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(500);

    private readonly SortedDictionary<long, TSink> _windows = [];
    private readonly ArrivalClock _arrival = new(clock ?? TimeProvider.System);
    private readonly EntryMemory<(long Key, bool IsTimed)> _entries = new();
    private readonly PassedWindows _passed = new((clock ?? TimeProvider.System).GetUtcNow());
    private string? _path;
    private long? _keyInFile;
    private long _lastKey;
    private TSink? _last;

    /// <summary>
    /// Whether windows are given away as soon as the time of the log has passed them. An entry that comes later makes another window, which
    /// waits for the next one to pass.
    /// </summary>
    public bool IsEager { get; set; }

    /// <summary>Whether the log is followed as it is written: then windows without entries between others are given away, too.</summary>
    public bool IsFollowed { get; set; }

    /// <summary>How long it is until a window has passed by the clock; null where none will: entries are of another time than the present.</summary>
    public TimeSpan? UntilDue => _passed.Latest is long latest && IsPresent(latest) ? Max(EndOf(_passed.Next ?? latest) + Grace - _arrival.Now, TimeSpan.Zero) : null;

    /// <inheritdoc/>
    public void Add(in LogLine line)
    {
        if (!line.IsContinuation || !_entries.TryGet(line.Entry, out (long Key, bool IsTimed) entry))
        {
            entry = Place(in line);
            _entries.Set(line.Entry, entry);
            Advance(entry.Key);
        }

        SinkOf(entry.Key).Add(in line);
    }

    /// <summary>Gives away the windows that have passed by the clock.</summary>
    public void PassDue()
    {
        if (UntilDue <= TimeSpan.Zero)
        {
            Pass(KeyOf(_arrival.Now - Grace));
        }
    }

    /// <summary>Takes out all windows, the earliest first.</summary>
    public IEnumerable<(TimeWindow Window, TSink Sink)> TakeAll() => Take(_windows.Count);

    /// <summary>Takes out the windows before the one to which the log has come: that one is not over.</summary>
    public IEnumerable<(TimeWindow Window, TSink Sink)> TakeEnded() => Take(_windows.Keys.Count(key => key < _passed.Latest));

    private IEnumerable<(TimeWindow Window, TSink Sink)> Take(int count)
    {
        (long Key, TSink Sink)[] taken = [.. _windows.Take(Math.Max(0, count)).Select(window => (window.Key, window.Value))];
        foreach ((long key, _) in taken)
        {
            _windows.Remove(key);
        }

        if (!_windows.ContainsKey(_lastKey))
        {
            _last = null;
        }

        return taken.Select(window => (WindowOf(window.Key), window.Sink));
    }

    /// <summary>The log has come to a window.</summary>
    private void Advance(long key)
    {
        if (_passed.TryAdvance(key) && IsEager)
        {
            Pass(key);
        }
    }

    /// <summary>Gives away the windows before another one, in their order; where the log is followed, also those without entries.</summary>
    private void Pass(long end)
    {
        foreach (long key in _passed.Take(_windows.Keys, end, key => IsFollowed || IsPresent(key)))
        {
            TSink sink = _windows.Remove(key, out TSink? counted) ? counted : create();
            _last = key == _lastKey ? null : _last;
            passed(WindowOf(key), sink);
        }
    }

    private bool IsPresent(long key) => EndOf(key) > _passed.Began;

    private DateTimeOffset EndOf(long key) => WindowOf(key).End;

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private TimeWindow WindowOf(long key)
    {
        long start = DateTimeOffset.UnixEpoch.Ticks + (key * length.Ticks);
        return new TimeWindow(At(start), At(start + length.Ticks));
    }

    private static DateTimeOffset At(long ticks) => new(Math.Clamp(ticks, DateTimeOffset.MinValue.Ticks, DateTimeOffset.MaxValue.Ticks), TimeSpan.Zero);

    private (long Key, bool IsTimed) Place(in LogLine line)
    {
        if (!ReferenceEquals(line.Path, _path))
        {
            _path = line.Path;
            _keyInFile = _entries.TryGetLast(line.Entry.Stream, out (long Key, bool IsTimed) last) && last.IsTimed ? last.Key : null;
        }

        if (line.ParseTimestamp() is DateTimeOffset time)
        {
            _keyInFile = KeyOf(time);
        }

        return (_keyInFile ?? KeyOf(_arrival.Now), _keyInFile is not null);
    }

    private long KeyOf(DateTimeOffset time) => (long)Math.Floor((decimal)(time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / length.Ticks);

    private TSink SinkOf(long key)
    {
        if (key == _lastKey && _last is not null)
        {
            return _last;
        }

        if (!_windows.TryGetValue(key, out TSink? sink))
        {
            if (_windows.Count == MaxOpen)
            {
                foreach ((TimeWindow window, TSink early) in Take(MaxOpen / 2))
                {
                    passed(window, early);
                }
            }

            _windows.Add(key, sink = create());
        }

        (_lastKey, _last) = (key, sink);
        return sink;
    }
}
