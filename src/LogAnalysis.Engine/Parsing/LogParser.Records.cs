using LogAnalysis.Model;

namespace LogAnalysis.Parsing;

/// <content>Error records of PowerShell, which only a later line reveals.</content>
internal sealed partial class LogParser
{
    private readonly ErrorRecordBuffer _record = new();

    /// <summary>Keeps a line that may be of an error record; ends what was kept where the line is not of it.</summary>
    private bool TryBuffer(
        ReadOnlySpan<byte> text, ReadOnlySpan<byte> plain, in LineFields fields, LogFormat format, LogLevel level, bool continuation, in LinePosition place)
    {
        bool isProof = !_record.IsEmpty && _record.IsProvedBy(plain);
        if (!_record.IsEmpty && !isProof && !_record.MayGoOn(plain, format, continuation))
        {
            FlushRecord();
        }

        if (_record.IsEmpty && !ErrorRecordBuffer.MayBegin(plain, format, level, continuation))
        {
            return false;
        }

        _record.Add(new BufferedLine(text, plain, in fields, in place)
        {
            Format = format,
            Level = level,
            IsContinuation = continuation,
            Entry = _classifier.Entry,
            Ordinal = _classifier.Entry.Ordinal,
        });
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
        LineFields fields = isRecord ? _classifier.BeginRecord(lines[0].Plain) : default;
        foreach (BufferedLine line in lines)
        {
            if (!isRecord)
            {
                _emitter.Emit(line.Text, line.Plain, in line.Fields, line.Format, line.Level, line.Entry, line.Ordinal, line.IsContinuation, _classifier.FieldReader, known: null, line.Place);
                continue;
            }

            Emit(line.Text, line.Plain, in fields, _classifier.LastFormat, _classifier.Entry.Level, line != lines[0], line.Place);
            fields = default;
        }
    }
}
