using System.Buffers;
using LogAnalysis.Files;
using LogAnalysis.Model;
using LogAnalysis.Parsing;

namespace LogAnalysis.Reading;

/// <summary>Reads a file entry by entry, as they are asked for; it holds one entry and one block.</summary>
internal sealed class EntryReader : IEnumerator<LogEntry>
{
    private const int BlockSize = 1 << 16;

    private readonly LogFileText _text;
    private readonly LinePipeline _lines;
    private readonly Queue<LogEntry> _ready = new();
    private readonly byte[] _block = ArrayPool<byte>.Shared.Rent(BlockSize);
    private int _position;
    private int _length;
    private bool _atEnd;
    private LogFileException? _failure;

    /// <summary>Opens a file.</summary>
    /// <exception cref="LogFileException">It cannot be opened.</exception>
    public EntryReader(string path, ReadOptions options)
    {
        _text = LogFileReader.Open(path, options, out LineSource source);
        _lines = new LinePipeline(source, new EntryAssembler(_ready.Enqueue));
    }

    /// <summary>How many bytes of the file have been read, a block at a time, and how many there were when that was read.</summary>
    public (long Position, long Length) Progress { get; private set; }

    /// <summary>What of the file, as far as it was read, is no text and was left out.</summary>
    public UnreadableText Unreadable => _lines.Parser.Unreadable;

    /// <inheritdoc/>
    public LogEntry Current { get; private set; } = null!;

    /// <inheritdoc/>
    object System.Collections.IEnumerator.Current => Current;

    /// <summary>Moves to the next entry.</summary>
    /// <exception cref="LogFileException">Reading failed, and what was read has been given; or the file is not text.</exception>
    public bool MoveNext()
    {
        while (_ready.Count == 0 && !_atEnd)
        {
            ReadLine();
        }

        bool any = _ready.TryDequeue(out LogEntry? entry);
        Current = entry!;
        return any || _failure is null ? any : throw _failure;
    }

    /// <inheritdoc/>
    public void Reset() => throw new NotSupportedException();

    /// <inheritdoc/>
    public void Dispose()
    {
        _text.Dispose();
        ArrayPool<byte>.Shared.Return(_block);
    }

    /// <summary>Passes the rest of the block on, up to the end of the next line.</summary>
    private void ReadLine()
    {
        if (_position == _length)
        {
            _position = 0;
            _length = _failure is null ? _text.Read(_block, out _failure) : 0;
            Progress = (_text.Position, _text.Length);
            if (_length == 0)
            {
                _atEnd = true;
                _lines.Complete(includesPartialLine: _failure is null);
                return;
            }
        }

        int newline = _block.AsSpan(_position, _length - _position).IndexOf((byte)'\n');
        int end = newline < 0 ? _length : _position + newline + 1;
        _lines.Push(_block.AsSpan(_position, end - _position));
        _position = end;
    }
}
