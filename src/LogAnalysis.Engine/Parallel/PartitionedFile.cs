using LogAnalysis.Fields;
using LogAnalysis.Model;

namespace LogAnalysis.Parallel;

/// <summary>
/// One file that several threads count at a time. They read and count its partitions in whatever order; whichever thread has the partition whose
/// turn it is merges it, and those after it that wait for their turn.
/// </summary>
/// <param name="path">The file's full path.</param>
/// <param name="options">How it is read.</param>
/// <param name="counter">Counts its lines, when all is done.</param>
/// <param name="buffers">Where its partitions' buffers come from.</param>
/// <param name="cancel">Ends the work on it.</param>
internal sealed class PartitionedFile(string path, ParallelReadOptions options, ILogCounter counter, PartitionBuffers buffers, CancellationToken cancel) : IDisposable
{
    private readonly object _gate = new();
    private readonly SortedDictionary<int, Partition> _waiting = [];
    private readonly PartitionReader _reader = new(path, options);
    private PartitionMerger? _merger;
    private ColumnLayout? _columns;
    private int _taken;
    private int _inWork;
    private int _merged;
    private int _last = int.MaxValue;
    private bool _isReading;
    private bool _isMerging;

    /// <summary>The file's full path.</summary>
    public string Path => path;

    /// <summary>Whether there is nothing more to do.</summary>
    public bool IsDone
    {
        get
        {
            lock (_gate)
            {
                return _merged > _last && _inWork == 0;
            }
        }
    }

    /// <summary>What came of it, once it is done.</summary>
    public FileCount Result => new(path, counter, _merger!.Failure, _merger.Unreadable);

    /// <summary>How many bytes have been counted, and how many there are.</summary>
    public (long Position, long Length) Progress
    {
        get
        {
            lock (_gate)
            {
                return _merged == 0 ? (0, 0) : _reader.ProgressAfter(_merged);
            }
        }
    }

    /// <summary>Takes the next partition, if there is one that can be worked on now.</summary>
    /// <param name="index">Receives its place; it is to be given to <see cref="Work"/>.</param>
    public bool TryTake(out int index)
    {
        lock (_gate)
        {
            index = _taken;
            if (_taken > _last || _isReading || (_taken > 0 && _merged == 0))
            {
                return false;
            }

            // The first partition tells what the file is, and its columns. What is not plain is read in its order.
            _isReading = _taken == 0 || !_reader.IsPlain;
            _taken++;
            _inWork++;
            return true;
        }
    }

    /// <summary>Reads a partition, counts it, and merges all partitions whose turn it is.</summary>
    /// <param name="index">The partition.</param>
    /// <param name="buffer">What it is read into; given back when the partition is merged.</param>
    /// <param name="readOn">Called when another thread can take the next partition.</param>
    public void Work(int index, byte[] buffer, Action readOn)
    {
        try
        {
            if (index == 0)
            {
                Merge(ReadFirst(buffer));
                EndReading(readOn);
            }
            else
            {
                Partition partition = WithoutBeyond(_reader.Read(index, buffer));
                EndReading(readOn);
                CountAhead(partition);
                Merge(partition);
            }
        }
        finally
        {
            lock (_gate)
            {
                _inWork--;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _reader.Dispose();

    private Partition ReadFirst(byte[] buffer)
    {
        Partition first = WithoutBeyond(_reader.ReadFirst(buffer));
        if (_reader.IsOpen)
        {
            counter.AddFile(path);
        }

        _merger = new PartitionMerger(_reader.Source, counter);
        return first;
    }

    /// <summary>Lets no partition be taken beyond this one where it is the last.</summary>
    private Partition WithoutBeyond(Partition partition)
    {
        if (partition.IsLast)
        {
            lock (_gate)
            {
                _last = Math.Min(_last, partition.Index);
            }
        }

        return partition;
    }

    private void EndReading(Action readOn)
    {
        lock (_gate)
        {
            _isReading = false;
        }

        readOn();
    }

    private void CountAhead(Partition partition)
    {
        ColumnLayout? columns;
        lock (_gate)
        {
            if (partition.Index > _last)
            {
                return;
            }

            columns = _columns;
        }

        _merger!.CountAhead(partition, columns);
    }

    private void Merge(Partition partition)
    {
        lock (_gate)
        {
            _waiting.Add(partition.Index, partition);
            if (_isMerging)
            {
                return;
            }

            _isMerging = true;
        }

        while (TryTakeTurn(out Partition? next))
        {
            _merger!.Add(next!);
            buffers.Return(next!.Buffer);
            lock (_gate)
            {
                _merged++;
                _columns = _merger.Columns;
            }
        }
    }

    private bool TryTakeTurn(out Partition? partition)
    {
        Partition[] beyond = [];
        bool isItsTurn;
        lock (_gate)
        {
            // The file was thought to be longer when these were taken.
            if (_merged > _last)
            {
                beyond = [.. _waiting.Values];
                _waiting.Clear();
            }

            isItsTurn = _waiting.Remove(_merged, out partition) && !cancel.IsCancellationRequested;
            _isMerging = isItsTurn;
        }

        Array.ForEach(beyond, unread => buffers.Return(unread.Buffer));
        return isItsTurn;
    }
}
