using System.Buffers;
using LogAnalysis.Model;

namespace LogAnalysis.Parsing;

/// <summary>Makes whole entries of lines: a first line and the continuation lines after it. An entry is complete when the next begins; lines of it
/// that come later are passed on each by itself.</summary>
/// <param name="complete">Takes them.</param>
/// <param name="keepsLines">Whether entries have their <see cref="LogEntry.Lines"/>, too.</param>
internal sealed class EntryAssembler(Action<LogEntry> complete, bool keepsLines = false) : ILogSink
{
    /// <summary>How much text of one entry is kept, in bytes. Further lines are counted and left out.</summary>
    private const int MaxTextLength = LineSplitter.DefaultMaxLineLength;

    private readonly ArrayBufferWriter<byte> _text = new();

    /// <summary>The same without what containers and repeated headers put before lines, where there is such; otherwise empty.</summary>
    private readonly ArrayBufferWriter<byte> _own = new();
    private LogEntry? _first;
    private LogEntry? _completion;
    private List<LogEntry>? _keptLines;
    private bool _continued;
    private int _lines;
    private int _byteCount;

    /// <summary>Where the entry begins that is not complete yet; null when there is none.</summary>
    public long? PendingOffset => _first?.Offset;

    /// <inheritdoc/>
    public void Add(in LogLine line)
    {
        if (line.IsContinuation && _first is not null && line.Entry != _first.Id)
        {
            // Its entry has been passed on already, and the pending one may go on.
            complete(new LogEntry(in line));
            return;
        }

        if (!line.IsContinuation || _first is null)
        {
            Flush();
            _first = new LogEntry(in line);
        }
        else
        {
            if (line.Fields.CompletesEntry)
            {
                _completion ??= new LogEntry(in line);
            }

            _continued = true;
            Append(in line);
        }

        _lines += line.LineCount;
        _byteCount += line.ByteCount;
    }

    /// <inheritdoc/>
    public void Flush()
    {
        if (_first is not null)
        {
            complete(!_continued ? _first : _first.WithContinuation(_text.WrittenSpan, _own.WrittenCount > 0 ? _own.WrittenSpan : _text.WrittenSpan, _lines, _byteCount, _completion, _keptLines));
        }

        _first = null;
        _completion = null;
        _keptLines = null;
        _continued = false;
        _lines = 0;
        _byteCount = 0;
        _text.ResetWrittenCount();
        _own.ResetWrittenCount();
    }

    private void Append(in LogLine line)
    {
        if (_text.WrittenCount + line.Text.Length < MaxTextLength)
        {
            AppendOwn(in line);
            _text.Write("\n"u8);
            _text.Write(line.Text);
            if (keepsLines)
            {
                _keptLines ??= [_first!];
                _keptLines.Add(new LogEntry(in line));
            }
        }
    }

    private void AppendOwn(in LogLine line)
    {
        if (_own.WrittenCount == 0 && line.Own == line.Text)
        {
            return;
        }

        if (_own.WrittenCount == 0)
        {
            _own.Write(_text.WrittenSpan);
        }

        _own.Write("\n"u8);
        _own.Write(line.Own);
    }
}
