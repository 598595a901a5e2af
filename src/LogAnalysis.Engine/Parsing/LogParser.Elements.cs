using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Parsing;

/// <content>Entries that are elements, over several lines or several in one.</content>
internal sealed partial class LogParser
{
    /// <summary>Reads the elements of a line. What is around them goes with them.</summary>
    /// <param name="scanner">Finds their ends.</param>
    /// <param name="text">The line as it was written.</param>
    /// <param name="plain">The line without terminal control sequences.</param>
    /// <param name="withTime">The same, and behind it when a runtime took the line.</param>
    /// <param name="place">Where it is.</param>
    /// <param name="reading">How it is looked at.</param>
    private void ReadElements(
        ElementScanner scanner, ReadOnlySpan<byte> text, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> withTime, in LinePosition place, ElementReading reading)
    {
        var pieces = new ElementPieces(scanner, plain, reading == ElementReading.Batch);
        bool any = false;
        while (pieces.MoveNext())
        {
            ByteRange piece = pieces.Current;
            bool isLine = !any && plain[..piece.Start].Trim(" \t"u8).IsEmpty && plain[piece.End..].Trim(" \t,"u8).IsEmpty;
            ReadOnlySpan<byte> written = isLine || (!any && pieces.Progress == ElementProgress.Incomplete) ? text : piece.Of(plain);
            LinePosition position = any ? place.Within(piece.Start) : place;
            if (pieces.Progress == ElementProgress.Incomplete)
            {
                FlushRecord();
                var lines = new KeptLines();
                lines.Add(written, piece.Of(plain), withTime[plain.Length..], in position);
                _pending = new PendingElement(lines, scanner, reading);
            }
            else if (pieces.Progress == ElementProgress.Broken || !TryEmit(scanner.Format, written, piece.Of(plain), withTime[plain.Length..], in position))
            {
                Handle(written, piece.Of(plain), piece.Of(plain), in position, ElementReading.Never);
            }

            any = true;
        }

        if (!any)
        {
            EmitContinuation(text, plain, in place);
        }
        else if (pieces.IsForeign)
        {
            EmitContinuation(pieces.Rest.Of(plain), pieces.Rest.Of(plain), place.Within(pieces.Rest.Start));
        }
    }

    /// <summary>Passes on an entry that a runtime has taken: where it has no time itself, it has that of the runtime.</summary>
    private void EmitWrapped(
        ReadOnlySpan<byte> text, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> withTime, ref LineFields fields, LogFormat format, LogLevel level, in LinePosition place)
    {
        fields.Message = fields.Message.Or(new ByteRange(0, plain.Length));
        if (fields.Timestamp.IsEmpty)
        {
            fields.Timestamp = ByteRange.Between(plain.Length, withTime.Length);
            plain = withTime;
        }

        Emit(text, plain, in fields, format, level, continuation: false, in place);
    }

    private bool TryEmit(LogFormat format, ReadOnlySpan<byte> text, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> time, in LinePosition place)
    {
        FlushRecord();
        LineFields fields = default;
        if (!_classifier.TryBegin(plain, ref format, ref fields, out LogLevel level))
        {
            return false;
        }

        EmitWrapped(text, plain, time.IsEmpty ? plain : (byte[])[.. plain, .. time], ref fields, format, level, in place);
        return true;
    }

    /// <summary>An element has come to its end.</summary>
    /// <param name="element">The element.</param>
    /// <param name="text">Its last line as it was written.</param>
    /// <param name="plain">The line without terminal control sequences.</param>
    /// <param name="withTime">The same, and behind it when a runtime took the line.</param>
    /// <param name="place">Where it is.</param>
    private void Complete(PendingElement element, ReadOnlySpan<byte> text, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> withTime, in LinePosition place)
    {
        if (element.IsBatch)
        {
            EmitContinuations(element.Lines, first: 0);
        }
        else if (!TryEmit(element))
        {
            // The last line was kept as far as the element goes.
            Retry(element, element.Lines.Count - 1);
            Handle(text, plain, withTime, in place, element.Retry);
            return;
        }

        if (element.Rest > 0)
        {
            int start = plain.Length - element.Rest;
            ReadElements(element.Scanner, plain[start..], plain[start..], withTime[start..], place.Within(start), element.IsBatch ? ElementReading.Batch : element.Reading);
        }
    }

    private bool TryEmit(PendingElement element)
    {
        KeptLines lines = element.Lines;
        LogFormat format = element.Format;
        LineFields fields = default;
        if (!_classifier.TryBegin(lines.Joined, ref format, ref fields, out LogLevel level))
        {
            return false;
        }

        if (fields.Timestamp.IsEmpty)
        {
            fields.Timestamp = lines.AppendTime();
        }

        Emit(lines.TextOf(0), lines.Joined, in fields, format, level, continuation: false, lines.PlaceOf(0));
        EmitContinuations(lines, first: 1);
        return true;
    }

    /// <summary>Lines that were kept are no entry together: each is what it is by itself.</summary>
    private void Retry(PendingElement element, int count)
    {
        KeptLines lines = element.Lines;
        for (int line = 0; line < count; line++)
        {
            bool beganThis = line == 0 && element.Retry == ElementReading.Again;
            Handle(lines.TextOf(line), lines.PlainOf(line), lines.WithTimeOf(line), lines.PlaceOf(line), beganThis ? ElementReading.Never : element.Retry);
        }
    }

    private void EmitContinuations(KeptLines lines, int first)
    {
        for (int line = first; line < lines.Count; line++)
        {
            EmitContinuation(lines.TextOf(line), lines.PlainOf(line), lines.PlaceOf(line));
        }
    }

    private void EmitContinuation(ReadOnlySpan<byte> text, ReadOnlySpan<byte> plain, in LinePosition place)
    {
        FlushRecord();
        LineFields none = default;
        _classifier.Continue(out LogLevel level, out LogFormat format);
        Emit(text, plain, in none, format, level, continuation: true, in place);
    }
}
