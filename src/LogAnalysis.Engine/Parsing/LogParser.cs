using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Parsing;

/// <summary>
/// Numbers and classifies the lines of one source, and passes them on with their fields. Lines of which the next ones decide are kept until then.
/// </summary>
internal sealed class LogParser(LineSource source, ILogSink sink) : ILineHandler
{
    private readonly LineClassifier _classifier = new(source.Format, sink.DetailThreshold, source.Columns);
    private readonly AnsiStripper _ansi = new();
    private readonly DockerLog _docker = new();
    private readonly TimestampReader _times = new(source.Conventions);
    private readonly ErrorRecordBuffer _record = new();
    private PendingEntry? _pending;
    private long _number = source.LinesBefore;

    /// <summary>How many lines were handled, those before the first of them included.</summary>
    public long LinesHandled => _number;

    /// <summary>Where the first line begins that is kept for the sake of the next one; null when none is.</summary>
    public long? PendingOffset => _record.IsEmpty ? _pending?.Lines[0].Place.Offset : _record.Lines[0].Line.Place.Offset;

    /// <summary>Whether line numbers are known.</summary>
    public bool CountsLines => source.CountsLines;

    /// <summary>The columns that the log has declared so far; null where it has not.</summary>
    public ColumnLayout? Columns => _classifier.Columns;

    /// <summary>Whether a line that starts an entry would be taken by a new parser, one that knows the columns of this one, as by this one.</summary>
    public bool IsStateless => _pending is null && _record.IsEmpty && _classifier.IsStateless;

    /// <summary>
    /// Whether a line begins an entry after any other line, as long as that declares no other columns and is of no containers: reading can begin
    /// with it.
    /// </summary>
    public bool StartsEntry(ReadOnlySpan<byte> line)
    {
        ReadOnlySpan<byte> plain = _ansi.Strip(line);
        return !OtelBatch.Matches(line) && !_docker.TryUnwrap(plain, out _) && _classifier.StartsEntry(plain);
    }

    /// <summary>Counts the lines that another parser has handled before those that this one has.</summary>
    public void Follow(LogParser earlier) => _number += earlier._number;

    /// <summary>Learns from a line that is not to be passed on, since it was there before reading began.</summary>
    public void Prime(ReadOnlySpan<byte> line)
    {
        LineFields fields = default;
        _classifier.Classify(_ansi.Strip(line), ref fields, out _, out _);
    }

    /// <inheritdoc/>
    public void Handle(in RawLine line)
    {
        _number++;
        var place = new LinePosition(CountsLines ? _number : 0, line.Offset, line.ByteCount, 1);
        if (OtelBatch.Matches(line.Text))
        {
            HandleBatch(in line, in place);
        }
        else
        {
            Handle(line.Text, line.HasNoEscape ? line.Text : _ansi.Strip(line.Text), in place);
        }
    }

    private void HandleBatch(in RawLine line, in LinePosition place)
    {
        var batch = new OtelBatch(line.Text);
        bool any = false;
        while (batch.MoveNext())
        {
            Handle(batch.Current.Of(line.Text), _ansi.Strip(batch.Current.Of(line.Text)), place with
            {
                Offset = place.Offset + batch.Current.Start,
                ByteCount = any ? 0 : line.ByteCount,
                LineCount = any ? 0 : 1,
            });
            any = true;
        }

        if (!any)
        {
            Handle(line.Text, _ansi.Strip(line.Text), in place);
        }
    }

    /// <summary>Passes on the lines that were kept for the sake of the next one, which will not come soon.</summary>
    public void Flush()
    {
        FlushPending();
        FlushRecord();
    }

    private void FlushPending()
    {
        if (_pending is not PendingEntry pending)
        {
            return;
        }

        _pending = null;
        _classifier.CompleteHeader(pending.Lines[^1].Plain, pending.Level);
        foreach (PendingLine line in pending.Lines)
        {
            Emit(line.Text, line.Plain, in line.Fields, _classifier.LastFormat, pending.Level, continuation: line != pending.Lines[0], line.Place);
        }
    }

    private void Handle(ReadOnlySpan<byte> text, ReadOnlySpan<byte> plain, in LinePosition place)
    {
        if (_pending is not null && _pending.TryAdd(text, plain, in place))
        {
            FlushIfComplete();
            return;
        }

        FlushPending();
        if (_docker.TryUnwrap(plain, out DockerLine wrapped))
        {
            FlushRecord();
            HandleWrapped(text, in wrapped, in place);
            return;
        }

        LineFields fields = default;
        bool continuation = _classifier.Classify(plain, ref fields, out LogLevel level, out LogFormat found);
        if (TryBuffer(text, plain, in fields, found, level, continuation, in place))
        {
            return;
        }

        if (fields.LevelFollows && !continuation)
        {
            _pending = new PendingEntry(new PendingLine(text, plain, in fields, in place), found);
            return;
        }

        Emit(text, plain, in fields, found, level, continuation, in place);
    }

    /// <summary>Keeps a line that may be of an error record; ends what was kept where the line is not of it.</summary>
    private bool TryBuffer(
        ReadOnlySpan<byte> text, ReadOnlySpan<byte> plain, in LineFields fields, LogFormat found, LogLevel level, bool continuation, in LinePosition place)
    {
        bool isProof = !_record.IsEmpty && _record.IsProvedBy(plain);
        if (!_record.IsEmpty && !isProof && !_record.MayGoOn(plain, found, continuation))
        {
            FlushRecord();
        }

        if (_record.IsEmpty && !ErrorRecordBuffer.MayBegin(plain, found, level, continuation))
        {
            return false;
        }

        _record.Add(new BufferedLine(new PendingLine(text, plain, in fields, in place), found, level, continuation, _classifier.Entry, _classifier.Entry.Ordinal));
        if (isProof)
        {
            FlushRecord(isRecord: true);
        }

        return true;
    }

    /// <summary>Passes on what was kept: as the entry that it turned out to be, or as what each line was taken for.</summary>
    private void FlushRecord(bool isRecord = false)
    {
        if (_record.IsEmpty)
        {
            return;
        }

        List<BufferedLine> lines = _record.Take();
        LineFields fields = isRecord ? _classifier.BeginRecord(lines[0].Line.Plain) : default;
        foreach (BufferedLine line in lines)
        {
            if (!isRecord)
            {
                Emit(line.Line.Text, line.Line.Plain, in line.Line.Fields, line.Format, line.Level, line.IsContinuation, line.Line.Place, line.Entry, line.Ordinal);
                continue;
            }

            Emit(line.Line.Text, line.Line.Plain, in fields, _classifier.LastFormat, _classifier.Entry.Level, line != lines[0], line.Line.Place);
            fields = default;
        }
    }

    private void HandleWrapped(ReadOnlySpan<byte> text, in DockerLine wrapped, in LinePosition place)
    {
        ReadOnlySpan<byte> whole = wrapped.TextAndTime;
        LineFields fields = default;
        ReadOnlySpan<byte> own = whole[..wrapped.TextLength];
        ReadOnlySpan<byte> plain = _ansi.Strip(own);
        bool isColoured = plain.Length != own.Length;
        bool continuation = _classifier.Classify(plain, ref fields, out LogLevel level, out LogFormat found);
        if (wrapped.IsPartial)
        {
            _classifier.ExpectRest();
        }

        // A coloured line is in another buffer, without the time after it.
        if (!continuation)
        {
            fields.Message = fields.Message.Or(new ByteRange(0, plain.Length));
            if (fields.Timestamp.IsEmpty)
            {
                plain = isColoured ? (byte[])[.. plain, .. whole[wrapped.TextLength..]] : whole;
                fields.Timestamp = ByteRange.Between(plain.Length - (whole.Length - wrapped.TextLength), plain.Length);
            }
        }

        Emit(text, plain, in fields, found, level, continuation, in place);
    }

    private void FlushIfComplete()
    {
        if (_pending!.IsComplete)
        {
            Flush();
        }
    }

    private void Emit(
        ReadOnlySpan<byte> text, ReadOnlySpan<byte> plain, in LineFields fields, LogFormat found, LogLevel level, bool continuation, in LinePosition place)
    {
        EntryState entry = _classifier.Entry;
        Emit(text, plain, in fields, found, level, continuation, in place, entry, entry.Ordinal);
    }

    private void Emit(
        ReadOnlySpan<byte> text, ReadOnlySpan<byte> plain, in LineFields fields, LogFormat found, LogLevel level, bool continuation, in LinePosition place, EntryState entry, long ordinal)
    {
        sink.Add(new LogLine(text, plain, in fields, found)
        {
            Level = level,
            IsContinuation = continuation,
            Stream = entry,
            Ordinal = ordinal,
            Path = source.Path,
            Number = place.Number,
            Offset = place.Offset,
            ByteCount = place.ByteCount,
            LineCount = place.LineCount,
            Reference = source.LastWritten ?? DateTime.Now,
            Conventions = _times.Conventions,
            Times = _times,
        });
    }
}
