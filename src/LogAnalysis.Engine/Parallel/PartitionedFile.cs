using LogAnalysis.Fields;
using LogAnalysis.Files;
using LogAnalysis.Model;
using LogAnalysis.Parsing;

namespace LogAnalysis.Parallel;

/// <summary>
/// One file that several threads count at a time. Its parts are read and counted in whatever order, and joined in theirs: each part is
/// joined only when the reader of the one before has come to the line where it began, and remembers nothing that would have
/// changed it. Where it does, that reader goes on through the part itself. So the counts are those of reading from beginning to end.
/// </summary>
/// <param name="path">The file's full path.</param>
/// <param name="options">How it is read.</param>
/// <param name="counter">Counts its lines, when all is done.</param>
/// <param name="buffers">Where its parts' buffers come from.</param>
/// <param name="cancel">Ends the work on it.</param>
internal sealed class PartitionedFile(string path, ParallelReadOptions options, ILogCounter counter, PartitionBuffers buffers, CancellationToken cancel) : IDisposable
{
    /// <summary>Where counting ahead was in vain, so many parts at the most are counted in their order before it is tried again.</summary>
    private const int MaxPause = 64;

    private readonly object _gate = new();
    private readonly SortedDictionary<int, Partition> _waiting = [];
    private LogFileText? _text;
    private LinePipeline? _lines;
    private ILogCounter? _counted;
    private LogFileException? _failure;
    private ColumnLayout? _columns;
    private DateTime _lastWritten;
    private int _taken;
    private int _inWork;
    private int _joined;
    private int _last = int.MaxValue;
    private int _pause;
    private int _nextAhead;
    private bool _isOpened;
    private bool _isReading;
    private bool _isJoining;

    /// <summary>The file's full path.</summary>
    public string Path => path;

    /// <summary>Whether there is nothing more to do.</summary>
    public bool IsDone
    {
        get
        {
            lock (_gate)
            {
                return _joined > _last && _inWork == 0;
            }
        }
    }

    /// <summary>What came of it, once it is done.</summary>
    public FileCount Result => new(path, counter, _failure);

    /// <summary>How many bytes have been counted, and how many there are.</summary>
    public (long Position, long Length) Progress
    {
        get
        {
            lock (_gate)
            {
                return !_isOpened || _text is null ? (0, 0)
                    : _text.IsPlain ? (OffsetOf(_joined), _text.Length)
                    : (_text.Position, _text.Length);
            }
        }
    }

    /// <summary>Takes the next part, if there is one that can be worked on now.</summary>
    /// <param name="index">Receives its place; it is to be given to <see cref="Work"/>.</param>
    public bool TryTake(out int index)
    {
        lock (_gate)
        {
            index = _taken;
            if (_taken > _last || _isReading || (_taken > 0 && !_isOpened))
            {
                return false;
            }

            // What is not plain is read in its order; the first part tells what the file is, and its columns.
            _isReading = _taken == 0 || !_text!.IsPlain;
            _taken++;
            _inWork++;
            return true;
        }
    }

    /// <summary>Reads a part, counts it, and joins all parts whose turn it is.</summary>
    /// <param name="index">The part.</param>
    /// <param name="buffer">What it is read into; given back when the part is joined.</param>
    /// <param name="readOn">Called when another thread can take the next part.</param>
    public void Work(int index, byte[] buffer, Action readOn)
    {
        try
        {
            if (index == 0)
            {
                Join(ReadFirst(buffer));
                EndReading(readOn);
            }
            else
            {
                Partition chunk = Read(index, buffer);
                EndReading(readOn);
                CountAhead(chunk);
                Join(chunk);
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
    public void Dispose() => _text?.Dispose();

    private long OffsetOf(int index) => (long)index * options.PartitionSize;

    private void EndReading(Action readOn)
    {
        lock (_gate)
        {
            _isReading = false;
        }

        readOn();
    }

    private Partition ReadFirst(byte[] buffer)
    {
        LogFileException? failure;
        int length = 0;
        try
        {
            _text = LogFileText.Open(path, options);
            _lastWritten = _text.LastWritten;
            counter.AddFile(path);
            length = _text.Read(buffer.AsSpan(0, options.PartitionSize), out failure);
        }
        catch (LogFileException unreadable)
        {
            failure = unreadable;
        }

        _lines = NewPipeline(counter, columns: null);
        _counted = counter;
        return Read(0, buffer, length, failure);
    }

    private Partition Read(int index, byte[] buffer)
    {
        Span<byte> block = buffer.AsSpan(0, options.PartitionSize);
        int length = _text!.IsPlain
            ? _text.ReadAt(OffsetOf(index), block, out LogFileException? failure)
            : _text.Read(block, out failure);
        return Read(index, buffer, length, failure);
    }

    private Partition Read(int index, byte[] buffer, int length, LogFileException? failure)
    {
        bool isLast = length < options.PartitionSize || failure is not null;
        if (isLast)
        {
            lock (_gate)
            {
                _last = Math.Min(_last, index);
            }
        }

        return new Partition(index, buffer, length) { Offset = OffsetOf(index), IsLast = isLast, Failure = failure };
    }

    private void CountAhead(Partition chunk)
    {
        ColumnLayout? columns;
        lock (_gate)
        {
            if (chunk.Index < _nextAhead || chunk.Index > _last)
            {
                return;
            }

            columns = _columns;
        }

        ILogCounter part = counter.Fork();
        chunk.Count(NewPipeline(part, columns), part);
    }

    private LinePipeline NewPipeline(ILogCounter part, ColumnLayout? columns) =>
        new(new LineSource(path) { Format = options.Format, LastWritten = _lastWritten, Columns = columns }, part);

    private void Join(Partition chunk)
    {
        lock (_gate)
        {
            _waiting.Add(chunk.Index, chunk);
            if (_isJoining)
            {
                return;
            }

            _isJoining = true;
        }

        while (TryTakeTurn(out Partition? next))
        {
            JoinNext(next!);
            buffers.Return(next!.Buffer);
            lock (_gate)
            {
                _joined++;
                _columns = _lines!.Parser.Columns;
                _isOpened = true;
            }
        }
    }

    private bool TryTakeTurn(out Partition? chunk)
    {
        Partition[] beyond = [];
        bool isItsTurn;
        lock (_gate)
        {
            // The file was thought to be longer when these were taken.
            if (_joined > _last)
            {
                beyond = [.. _waiting.Values];
                _waiting.Clear();
            }

            isItsTurn = _waiting.Remove(_joined, out chunk) && !cancel.IsCancellationRequested;
            _isJoining = isItsTurn;
        }

        Array.ForEach(beyond, unread => buffers.Return(unread.Buffer));
        return isItsTurn;
    }

    private void JoinNext(Partition chunk)
    {
        _lines!.Push(chunk.Head);
        if (chunk.Lines is LinePipeline counted && _lines.CanAppend(chunk.Columns))
        {
            Follow(counted, chunk.Counter!);
        }
        else
        {
            _lines.Push(chunk.Rest);
            Pause(chunk);
        }

        if (chunk.IsLast)
        {
            _failure = chunk.Failure;
            _lines.Complete(includesPartialLine: _failure is null);
            JoinCounter();
        }
    }

    private void Follow(LinePipeline next, ILogCounter counted)
    {
        _lines!.Complete(includesPartialLine: false);
        JoinCounter();
        next.Parser.Follow(_lines.Parser);
        _lines = next;
        _counted = counted;
        _pause = 0;
    }

    private void JoinCounter()
    {
        if (_counted != counter)
        {
            counter.Merge(_counted!);
        }
    }

    private void Pause(Partition chunk)
    {
        if (chunk.Index > 0 && chunk.Index >= Volatile.Read(ref _nextAhead))
        {
            _pause = Math.Clamp(2 * _pause, 1, MaxPause);
            Volatile.Write(ref _nextAhead, chunk.Index + 1 + _pause);
        }
    }
}
