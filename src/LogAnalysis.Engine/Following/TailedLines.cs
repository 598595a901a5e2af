using System.Text;
using LogAnalysis.Files;
using LogAnalysis.Model;
using LogAnalysis.Parsing;
using LogAnalysis.Reading;
using LogAnalysis.Times;

namespace LogAnalysis.Following;

/// <summary>
/// The lines of a followed file on their way to the sink. A line is passed on when its end has been written; after each, the position is
/// committed up to which nothing is kept back.
/// </summary>
internal sealed class TailedLines
{
    private readonly FollowOptions _options;
    private readonly IFollowSink _sink;
    private readonly EntryAssembler? _assembler;
    private LineSource _source;
    private LinePipeline _lines;
    private byte[] _tail = [];
    private bool _hasWarned;

    public TailedLines(string path, FollowOptions options, IFollowSink sink, DateOrderSample dates)
    {
        _options = options;
        _sink = sink;
        _assembler = options.JoinsLines || options.KeepsLines ? new EntryAssembler(sink.Add, options.KeepsLines) : null;
        _source = new LineSource(path) { Format = options.Format, MaxLineLength = options.MaxLineLength, Dates = dates };
        _lines = CreatePipeline();
    }

    /// <summary>Where the line begins that comes next.</summary>
    public long Position => _lines.Position;

    /// <summary>The last bytes before <see cref="Position"/>, where positions are saved.</summary>
    public ReadOnlySpan<byte> Tail => _tail;

    /// <summary>Where the first line begins that was not passed on.</summary>
    public long Committed => CommittedAt(_lines.Position);

    /// <summary>How many lines are before <see cref="Committed"/>; null when that is not known.</summary>
    public long? CommittedLines => Committed == Position && _source.CountsLines ? _lines.Parser.LinesHandled : null;

    /// <summary>Whether the end of the last line has not come yet.</summary>
    public bool HasPartialLine => _lines.HasPartialLine;

    /// <summary>Whether a line is kept until the next one says what it is.</summary>
    public bool HasPendingLine => _lines.Parser.PendingOffset is not null;

    /// <summary>Whether lines are kept until the end of the element that they begin.</summary>
    public bool HasPendingElement => _lines.Parser.HasPendingElement;

    /// <summary>Whether an entry is kept until it is known to have no more lines.</summary>
    public bool HasPendingEntry => _assembler?.PendingOffset is not null;

    /// <summary>Learns from what is in the file now: the order of day and month in its dates. What is appended can only refute it.</summary>
    public void Sample(LogContent content)
    {
        LineSource source = _source with
        {
            LastWritten = content.LastWriteTime.ToLocalTime(),
            LengthWhenWritten = content.CanChange ? content.Length : long.MaxValue,
        };
        _source = DateOrderSampler.Sample(content, source, _options, source.Dates!);
        _lines = CreatePipeline();
    }

    /// <summary>The text starts here.</summary>
    public void StartAt(long offset, Encoding? encoding)
    {
        _source = _source with { Encoding = encoding };
        _lines = CreatePipeline();
        _lines.Begin(offset);
    }

    /// <summary>Learns from what is before a position, at which reading starts.</summary>
    /// <param name="content">The file.</param>
    /// <param name="offset">The position.</param>
    /// <param name="encoding">The encoding of the text; null for UTF-8.</param>
    /// <param name="linesBefore">How many lines are before the position; null when that is not known.</param>
    public void Prime(LogContent content, long offset, Encoding? encoding, long? linesBefore)
    {
        _source = _source with { CountsLines = linesBefore is not null, LinesBefore = linesBefore ?? 0 };
        StartAt(offset, encoding);
        TailStart.PrimeColumns(content, _lines.Parser, encoding);
        TailStart.Prime(content, offset, _lines.Parser, encoding);
    }

    /// <summary>Remembers the bytes before <see cref="Position"/>, by which a checkpoint recognises the file.</summary>
    /// <param name="block">The bytes that were read last.</param>
    /// <param name="offset">Where these begin.</param>
    public void KeepTail(ReadOnlySpan<byte> block, long offset)
    {
        if (_options.Positions is not null && Position > offset)
        {
            int end = (int)(Position - offset);
            _tail = block.Slice(Math.Max(0, end - Fingerprint.MaxTail), Math.Min(end, Fingerprint.MaxTail)).ToArray();
        }
    }

    /// <summary>Passes on the lines that these bytes complete.</summary>
    public void Push(ReadOnlySpan<byte> bytes)
    {
        _lines.Push(bytes);
        WarnOfUnreadable();
        _sink.Commit(Committed);
    }

    /// <summary>Passes on what waits for a next line, which will not come soon.</summary>
    /// <param name="lines">Whether lines are passed on that the next ones may decide.</param>
    /// <param name="entry">Whether the last entry is passed on, of which no more lines are expected.</param>
    public void FlushPending(bool lines, bool entry)
    {
        if (lines)
        {
            _lines.Flush();
        }

        if (entry)
        {
            _assembler?.Flush();
        }

        _sink.Commit(Committed);
    }

    /// <summary>Passes on everything that is kept.</summary>
    /// <param name="partial">Whether a last line without its end is a line too.</param>
    public void Complete(bool partial)
    {
        _lines.Complete(includesPartialLine: partial);
        WarnOfUnreadable();
        _sink.Commit(_lines.Position);
    }

    /// <summary>Once, since what damages a log does so again and again.</summary>
    private void WarnOfUnreadable()
    {
        if (!_hasWarned && !_lines.Parser.Unreadable.IsEmpty)
        {
            _hasWarned = true;
            _sink.Warn(FollowWarning.NotText(_source.Path!, _lines.Parser.Unreadable.FirstOffset));
        }
    }

    private LinePipeline CreatePipeline() =>
        new(_source, _assembler is null ? _sink : _assembler) { Observer = new LineObserver(this) };

    private long CommittedAt(long position) =>
        Math.Min(position, Math.Min(_lines.Parser.PendingOffset ?? long.MaxValue, _assembler?.PendingOffset ?? long.MaxValue));

    /// <summary>Called before a line is parsed: the one before it has been passed on, or is kept.</summary>
    private void Observe(in RawLine line)
    {
        if (_options.Positions is not null)
        {
            _sink.Commit(CommittedAt(line.Offset));
        }

        if (line.IsCut)
        {
            _sink.Warn(FollowWarning.LineCut(_source.Path!, line.Offset, line.ByteCount, _options.MaxLineLength));
        }
    }

    private sealed class LineObserver(TailedLines lines) : ILineHandler
    {
        public void Handle(in RawLine line) => lines.Observe(in line);
    }
}
