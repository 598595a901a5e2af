using System.Runtime.CompilerServices;
using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Parsing;

/// <summary>
/// Numbers and classifies the lines of one source, and passes them on with their fields. Lines of which the next ones decide are kept until then.
/// </summary>
internal sealed partial class LogParser(LineSource source, ILogSink sink) : ILineHandler
{
    private readonly LineClassifier _classifier = new(source.Format, sink.DetailThreshold, source.Columns);
    private readonly LineEmitter _emitter = new(source, sink);
    private readonly AnsiStripper _ansi = new();
    private readonly DockerLog _docker = new();
    private readonly InstallerDay _day = new();
    private PendingEntry? _pending;
    private PendingHeader? _flushedHeader;
    private long _flushedAt;
    private long _number = source.LinesBefore;

    /// <summary>How many lines were handled, those before the first of them included.</summary>
    public long LinesHandled => _number;

    /// <summary>Where the first line begins that is kept for the sake of the next one; null when none is.</summary>
    public long? PendingOffset => _record.Offset ?? _pending?.Lines.Offset;

    /// <summary>Whether lines are kept until the end of the element that they begin.</summary>
    public bool HasPendingElement => _pending is PendingElement;

    /// <summary>Whether line numbers are known.</summary>
    public bool CountsLines => source.CountsLines;

    /// <summary>The columns that the log has declared so far; null where it has not.</summary>
    public ColumnLayout? Columns => _classifier.Columns;

    /// <summary>Whether a line that starts an entry would be taken by a new parser, one that knows the columns of this one, as by this one.</summary>
    public bool IsStateless => _pending is null && _record.IsEmpty && !_day.IsKnown && !_isDoubtful && _classifier.IsStateless;

    /// <summary>
    /// Whether a line begins an entry after any other line, as long as that declares no other columns and is of no containers: reading can begin
    /// with it.
    /// </summary>
    public bool StartsEntry(ReadOnlySpan<byte> line) => TryStrip(line, out ReadOnlySpan<byte> plain) && _classifier.Starts.IsEntry(plain);

    /// <summary>
    /// Whether a line begins an entry behind any other that is whole: the time of a container's runtime may be before it.
    /// </summary>
    public bool StartsEntryOfRuntime(ReadOnlySpan<byte> line) => TryStrip(line, out ReadOnlySpan<byte> plain) && _classifier.Starts.IsEntryOfRuntime(plain);

    /// <summary>Whether a line begins an entry of plain text where <see cref="IsInText"/> is true of the lines before.</summary>
    public bool StartsText(ReadOnlySpan<byte> line) => TryStrip(line, out ReadOnlySpan<byte> plain) && _classifier.Starts.IsText(plain);

    /// <summary>Whether all entries so far are of plain text, and the last one has no stack trace under way.</summary>
    public bool IsInText => _classifier.IsInText;

    /// <summary>Counts the lines that another parser has handled before those that this one has.</summary>
    public void Follow(LogParser earlier)
    {
        _number += earlier._number;
        Unreadable = earlier.Unreadable.And(Unreadable);
    }

    /// <summary>Takes what a look ahead has shown of the times, and goes on to learn from there.</summary>
    public void Learn(TimeConventions known, DateOrderSample? dates) => _emitter.Learn(known, dates);

    /// <summary>The next line has this number.</summary>
    public void ContinueAt(long number) => _number = number - 1;

    /// <summary>Ends what was learnt from the beginning of the source: the next line is of elsewhere.</summary>
    public void EndPriming()
    {
        Flush();
        LeaveDamage();
    }

    /// <summary>Learns from a line that is not to be passed on, since it was there before reading began.</summary>
    public void Prime(ReadOnlySpan<byte> line) => HandleUnclean(line, SpecialBytes.Any, in LinePosition.Before, ElementReading.First);

    /// <inheritdoc/>
    public void Handle(in RawLine line)
    {
        int count = line.Part > 1 ? 0 : 1;
        _number += count;
        var place = new LinePosition(CountsLines ? _number : 0, line.Offset, line.ByteCount, count);
        ElementReading reading = line.Part > 0 ? ElementReading.Batch : ElementReading.First;
        if (line.MayHave == SpecialBytes.None && !_isDoubtful)
        {
            Handle(line.Text, line.Text, in place, reading);
        }
        else
        {
            HandleUnclean(line.Text, line.MayHave, in place, reading);
        }
    }

    /// <inheritdoc/>
    public int Divide(ReadOnlySpan<byte> beginning) => _pending is null ? _classifier.Divide(beginning) : 0;

    /// <summary>Passes on the lines that were kept for the sake of the next one, which will not come soon.</summary>
    public void Flush()
    {
        (_flushedHeader, _flushedAt) = (_pending as PendingHeader, _number);

        // What was kept may begin another element when it is read again.
        while (_pending is not null)
        {
            Release();
        }

        FlushRecord();
    }

    /// <summary>A line without terminal sequences; none where Docker has wrapped it.</summary>
    private bool TryStrip(ReadOnlySpan<byte> line, out ReadOnlySpan<byte> plain)
    {
        plain = _ansi.Strip(line);
        return !_docker.TryUnwrap(plain, out _);
    }

    private void HandleUnclean(ReadOnlySpan<byte> text, SpecialBytes mayHave, in LinePosition place, ElementReading reading)
    {
        if (_isDoubtful || (mayHave.HasFlag(SpecialBytes.Nul) && text.Contains((byte)0)))
        {
            HandleDoubtful(text, in place, reading);
        }
        else
        {
            Handle(text, _ansi.Strip(text), in place, reading);
        }
    }

    private void Release()
    {
        PendingEntry? pending = _pending;
        _pending = null;
        if (pending is PendingHeader header)
        {
            Emit(header);
        }
        else if (pending is PendingElement element)
        {
            Retry(element, element.Lines.Count);
        }
    }

    private void Handle(ReadOnlySpan<byte> text, ReadOnlySpan<byte> plain, in LinePosition place, ElementReading reading)
    {
        if (_docker.TryUnwrap(plain, out DockerLine wrapped))
        {
            HandleWrapped(text, in wrapped, in place, reading);
        }
        else
        {
            Handle(text, plain, plain, in place, reading);
        }
    }

    private void HandleWrapped(ReadOnlySpan<byte> text, in DockerLine wrapped, in LinePosition place, ElementReading reading)
    {
        ReadOnlySpan<byte> whole = wrapped.TextAndTime;
        ReadOnlySpan<byte> own = whole[..wrapped.TextLength];
        ReadOnlySpan<byte> plain = _ansi.Strip(own);
        Handle(text, plain, plain.Length == own.Length ? whole : (byte[])[.. plain, .. whole[own.Length..]], in place, reading);
        if (wrapped.IsPartial)
        {
            Flush();
            _classifier.ExpectRest();
        }
    }

    /// <param name="text">The line as it was written.</param>
    /// <param name="plain">The line of the program, without terminal control sequences.</param>
    /// <param name="withTime">The same, and behind it when a runtime took the line, if it tells.</param>
    /// <param name="place">Where the line is.</param>
    /// <param name="reading">How it is looked at for elements.</param>
    private void Handle(ReadOnlySpan<byte> text, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> withTime, in LinePosition place, ElementReading reading)
    {
        while (_pending is not null)
        {
            bool isEnded = _pending.EndsAtOtherEntry && _classifier.IsOtherEntry(plain, isFirst: _pending.Lines.Count == 1);
            if (!isEnded && _pending.TryAdd(text, plain, withTime[plain.Length..], in place))
            {
                CompletePending(text, plain, withTime, in place);
                return;
            }

            Release();
        }

        LineFields fields = default;
        LineKind kind = _classifier.Classify(plain, reading, ref fields, out LogLevel level, out LogFormat format);
        bool isWrapped = withTime.Length > plain.Length;
        if (!_record.IsEmpty || ErrorRecordBuffer.MayBeOf(format, level, kind == LineKind.Continuation))
        {
            if (kind != LineKind.Elements && !isWrapped && TryBuffer(text, plain, in fields, format, level, kind == LineKind.Continuation, in place))
            {
                return;
            }

            FlushRecord();
        }

        if (kind == LineKind.Elements && ContinuesFlushed(text, plain, withTime, in place))
        {
            EmitContinuation(text, plain, in place);
        }
        else if (kind == LineKind.Elements)
        {
            ReadElements(_classifier.Elements!, text, plain, withTime, in place, reading);
        }
        else if (fields.LevelFollows && kind == LineKind.Entry)
        {
            var lines = new KeptLines();
            lines.Add(text, plain, withTime[plain.Length..], in place);
            _pending = PendingHeader.Create(lines, in fields, format);
        }
        else if (kind == LineKind.Entry && isWrapped)
        {
            EmitWrapped(text, plain, withTime, ref fields, format, level, in place);
        }
        else
        {
            Emit(text, _day.Complete(plain, format, ref fields), in fields, format, level, kind == LineKind.Continuation, in place, _classifier.Known);
        }
    }

    /// <summary>Whether a line belongs to the header before it, which was passed on because this line did not come soon.</summary>
    private bool ContinuesFlushed(ReadOnlySpan<byte> text, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> withTime, in LinePosition place) =>
        _number == _flushedAt + 1 && _flushedHeader?.TryAdd(text, plain, withTime[plain.Length..], in place) == true;

    private void CompletePending(ReadOnlySpan<byte> text, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> withTime, in LinePosition place)
    {
        if (!_pending!.IsComplete)
        {
            return;
        }

        if (_pending is PendingElement element)
        {
            _pending = null;
            Complete(element, text, plain, withTime, in place);
        }
        else
        {
            Release();
        }
    }

    private void Emit(PendingHeader header)
    {
        _classifier.CompleteHeader(header.Lines.PlainOf(header.Lines.Count - 1), header.Level);
        for (int line = 0; line < header.Lines.Count; line++)
        {
            LineFields fields = header.FieldsOf(line);
            Emit(header.Lines.TextOf(line), header.PlainOf(line), in fields, _classifier.LastFormat, header.Level, continuation: line > 0, header.Lines.PlaceOf(line));
        }
    }

    // Apart, as LineSplitter.EmitLine is.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Emit(
        ReadOnlySpan<byte> text, ReadOnlySpan<byte> plain, in LineFields fields, LogFormat format, LogLevel level, bool continuation, in LinePosition place, KnownFields? known = null) =>
        _emitter.Emit(text, plain, in fields, format, level, _classifier.Entry, _classifier.Entry.Ordinal, continuation, _classifier.FieldReader, known, in place);
}
