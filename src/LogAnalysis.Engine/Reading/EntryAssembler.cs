using System.Buffers;
using LogAnalysis.Formats;

namespace LogAnalysis.Reading;

/// <summary>Makes whole entries of lines: a first line and the continuation lines behind it. An entry is complete when the next begins.</summary>
internal sealed class EntryAssembler(Action<LogEntry> complete) : ILogSink
{
    /// <summary>How much text of one entry is kept, in bytes. Further lines are counted and left out.</summary>
    private const int MaxTextLength = LineSplitter.DefaultMaxLineLength;

    private readonly ArrayBufferWriter<byte> _text = new();
    private LogEntry? _first;
    private int _lines;
    private int _byteCount;

    /// <inheritdoc/>
    public void Add(in LogLine line)
    {
        if (!line.IsContinuation || _first is null || line.Path != _first.Path)
        {
            Complete();
            _first = new LogEntry(in line);
        }
        else if (_text.WrittenCount + line.Text.Length < MaxTextLength)
        {
            _text.Write("\n"u8);
            _text.Write(line.Text);
        }

        _lines++;
        _byteCount += line.ByteCount;
    }

    /// <summary>Passes on the last entry: no line of it will come.</summary>
    public void Complete()
    {
        if (_first is not null)
        {
            complete(_lines == 1 ? _first : _first.WithContinuation(_text.WrittenSpan, _lines, _byteCount));
        }

        _first = null;
        _lines = 0;
        _byteCount = 0;
        _text.ResetWrittenCount();
    }
}
