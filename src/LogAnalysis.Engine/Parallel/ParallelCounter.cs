using System.Runtime.ExceptionServices;
using LogAnalysis.Model;
using LogAnalysis.Reading;

namespace LogAnalysis.Parallel;

/// <summary>Counts files on all cores: several files at a time, and several partitions of one file.</summary>
internal sealed class ParallelCounter : IDisposable
{
    /// <summary>
    /// Bytes between two collections of garbage. The runtime lets as much accumulate as the processor's cache holds, which are
    /// hundreds of megabytes on servers. What partitions leave behind is small; what was in use at one collection is garbage at the next.
    /// </summary>
    private const long MaxGarbage = 16 << 20;

    private static readonly TimeSpan ProgressInterval = TimeSpan.FromMilliseconds(200);

    private readonly object _gate = new();
    private readonly List<PartitionedFile> _files = [];
    private readonly List<Task> _workers = [];
    private readonly ParallelReadOptions _options;
    private readonly PartitionBuffers _buffers;
    private readonly CancellationToken _cancel;
    private Exception? _bug;
    private long _allocated = GC.GetTotalAllocatedBytes();
    private int _idle;
    private long _nextReport;
    private bool _isOver;

    private ParallelCounter(ParallelReadOptions options, CancellationToken cancel)
    {
        _options = options;
        _buffers = new PartitionBuffers(options.MaxPartitions, options.PartitionSize, WakeIdle);
        _cancel = cancel;
    }

    /// <summary>Counts files.</summary>
    /// <param name="files">Their full paths; taken, on this thread, as they are needed.</param>
    /// <param name="options">How they are read.</param>
    /// <param name="create">Makes the counter of one file.</param>
    /// <param name="deliver">Is given, on this thread, what came of each file, in the order of the files.</param>
    /// <param name="progress">Takes, on this thread, how far each file has come that is not done.</param>
    /// <param name="cancel">Ends it all.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> was cancelled.</exception>
    public static void Count(
        IEnumerable<string> files, ParallelReadOptions options, Func<ILogCounter> create, Action<FileCount> deliver, IReadProgress progress, CancellationToken cancel)
    {
        using var parallel = new ParallelCounter(options, cancel);
        using CancellationTokenRegistration wake = cancel.Register(parallel.Wake);
        foreach (string file in files)
        {
            parallel.Add(new PartitionedFile(file, options, create(), parallel._buffers, cancel));
            while (parallel.TryTakeDone(waits: parallel._files.Count > 2 * options.Workers, progress, out FileCount? result))
            {
                deliver(result!);
            }
        }

        while (parallel.TryTakeDone(waits: true, progress, out FileCount? result))
        {
            deliver(result!);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            _isOver = true;
            Monitor.PulseAll(_gate);
        }

        Task.WaitAll([.. _workers]);
        _files.ForEach(file => file.Dispose());
    }

    private void Add(PartitionedFile file)
    {
        lock (_gate)
        {
            _files.Add(file);
            while (_workers.Count < _options.Workers)
            {
                _workers.Add(Task.Run(Work, CancellationToken.None));
            }
        }

        WakeIdle();
    }

    private void WakeIdle()
    {
        if (Volatile.Read(ref _idle) > 0)
        {
            Wake();
        }
    }

    private void Wake()
    {
        lock (_gate)
        {
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Takes what came of the first file.</summary>
    /// <param name="waits">Whether to wait for it; otherwise it is taken only if it is done already.</param>
    /// <param name="progress">Takes its progress while waiting.</param>
    /// <param name="result">Receives it.</param>
    private bool TryTakeDone(bool waits, IReadProgress progress, out FileCount? result)
    {
        result = null;
        while (true)
        {
            _cancel.ThrowIfCancellationRequested();
            PartitionedFile first;
            lock (_gate)
            {
                if (_bug is not null)
                {
                    ExceptionDispatchInfo.Throw(_bug);
                }

                if (_files.Count == 0)
                {
                    return false;
                }

                first = _files[0];
                if (first.IsDone)
                {
                    _files.RemoveAt(0);
                    result = first.Result;
                    first.Dispose();
                    return true;
                }

                if (!waits)
                {
                    return false;
                }

                Monitor.Wait(_gate, ProgressInterval);
            }

            Report(progress);
        }
    }

    private void Report(IReadProgress progress)
    {
        // The wait before may have ended early, because some partition was done.
        if (Environment.TickCount64 < _nextReport)
        {
            return;
        }

        _nextReport = Environment.TickCount64 + (long)ProgressInterval.TotalMilliseconds;
        foreach (PartitionedFile file in _files)
        {
            (long position, long length) = file.Progress;
            progress.Report(file.Path, position, length);
        }
    }

    private void Work()
    {
        while (TryTakeWork(out PartitionedFile? file, out int index, out byte[]? buffer))
        {
            try
            {
                file!.Work(index, buffer!, WakeIdle);
                CollectGarbage();
            }
            catch (Exception bug)
            {
                lock (_gate)
                {
                    _bug = bug;
                    _isOver = true;
                }
            }

            if (_isOver || file!.IsDone)
            {
                Wake();
            }
        }
    }

    private void CollectGarbage()
    {
        long before = Volatile.Read(ref _allocated);
        long now = GC.GetTotalAllocatedBytes();
        if (now - before > MaxGarbage && Interlocked.CompareExchange(ref _allocated, now, before) == before)
        {
            GC.Collect(generation: 1);
        }
    }

    private bool TryTakeWork(out PartitionedFile? file, out int index, out byte[]? buffer)
    {
        lock (_gate)
        {
            while (!_isOver && !_cancel.IsCancellationRequested)
            {
                // First, so that whatever becomes available from here on wakes this thread.
                _idle++;
                if (TryTakePartition(out file, out index, out buffer))
                {
                    _idle--;
                    return true;
                }

                Monitor.Wait(_gate);
                _idle--;
            }
        }

        (file, index, buffer) = (null, 0, null);
        return false;
    }

    private bool TryTakePartition(out PartitionedFile? file, out int index, out byte[]? buffer)
    {
        int place = 0;
        file = !_buffers.Any ? null : _files.Find(candidate => candidate.TryTake(out place));
        (index, buffer) = file is null ? (0, null) : (place, _buffers.Rent());
        return file is not null;
    }
}
