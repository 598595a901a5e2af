using LogAnalysis.Fields;
using LogAnalysis.Formats;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Parsing;

/// <summary>
/// Reads the named fields of a line: those of the container runtime and of the format that the entry came in, those of its own format, and those
/// in its message.
/// </summary>
/// <param name="columns">The columns that the log had declared before the line; null if none.</param>
internal sealed class LineFieldReader(ColumnLayout? columns) : IFieldReader
{
    /// <summary>For lines whose meaning no other line declares.</summary>
    public static readonly LineFieldReader Instance = new(columns: null);

    /// <summary>The columns that the log had declared; null if none.</summary>
    public ColumnLayout? Columns => columns;

    /// <inheritdoc/>
    public void Read(in LogLine line, FieldSink sink)
    {
        if (line.IsContinuation)
        {
            return;
        }

        RuntimeFields.ReadRecord(in line, sink);
        ReadOnlySpan<byte> plain = WithoutTimeOfRuntime(in line);
        int prefix = RuntimeFields.ReadPrefix(plain, in line.Fields, sink);
        int start = Math.Max(prefix, line.Fields.EmbeddedAt);
        if (start > prefix)
        {
            ReadOuter(plain[prefix..], in line, sink);
        }

        ReadOwn(plain[start..], WithinEntry(in line.Fields, start), line.Format, columns, in line, sink);
    }

    /// <summary>Reads the fields of the entry in which the line's entry is.</summary>
    private void ReadOuter(ReadOnlySpan<byte> text, in LogLine line, FieldSink sink)
    {
        LineFields fields = default;
        if (columns is not null && columns.TryParse(text, ref fields))
        {
            ReadOwn(text, fields, columns.Format, columns, in line, sink);
            return;
        }

        foreach (LogFormat format in LogFormats.CandidatesFor(text))
        {
            if (format != line.Format && format.TryParse(text, ref fields))
            {
                format.ParseRest(text, ref fields);
                ReadOwn(text, fields, format, columns: null, in line, sink, readsMessage: false);
                return;
            }
        }
    }

    private static void ReadOwn(
        ReadOnlySpan<byte> text, in LineFields fields, LogFormat format, ColumnLayout? columns, in LogLine line, FieldSink sink, bool readsMessage = true)
    {
        if (format is TabularFormat && columns is not null)
        {
            columns.ReadFields(text, sink);
            return;
        }

        if (format.NamesFields)
        {
            format.ReadFields(text, in fields, sink);
            return;
        }

        ResponseFields.Read(line.With(text, in fields), sink);
        if (!format.ReadFields(text, in fields, sink))
        {
            HeaderFields.Read(text, in fields, sink);
        }

        // A request may be any text, and has pairs in its URL.
        if (readsMessage && fields.Request.IsEmpty)
        {
            sink.BeginMessage();
            MessageFields.Read(fields.Message.IsEmpty ? text : fields.Message.Of(text), sink);
        }
    }

    /// <summary>A line without the time at which a runtime took it, which is kept behind it where it has none itself.</summary>
    private static ReadOnlySpan<byte> WithoutTimeOfRuntime(in LogLine line)
    {
        ByteRange time = line.Fields.Timestamp;
        bool isBehind = !time.IsEmpty && time.End == line.Plain.Length && line.Plain.Length != line.Text.Length && line.Fields.Message.End <= time.Start;
        return isBehind ? line.Plain[..time.Start] : line.Plain;
    }

    /// <summary>The fields of an entry as ranges of its own text.</summary>
    private static LineFields WithinEntry(in LineFields fields, int start)
    {
        LineFields own = fields;
        own.EmbeddedAt = 0;
        for (FieldKind kind = FieldKind.Timestamp; start > 0 && kind < FieldKind.Level; kind++)
        {
            own[kind] = own[kind].Start < start ? default : own[kind].Shift(-start);
        }

        return own;
    }
}
