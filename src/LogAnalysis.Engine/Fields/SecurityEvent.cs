using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Fields;

/// <summary>Gathers the attributes of an event as security products tell them of each other.</summary>
internal ref struct SecurityEvent(ReadOnlySpan<byte> line, ref LineFields found)
{
    private static readonly WordTable<FieldKind> Names = new(
        (FieldKind.Timestamp, "rt devTime UNIFIutcTime"),
        (FieldKind.OtherTime, "end start"),
        (FieldKind.Severity, "sev"),
        (FieldKind.Client, "src c6a2"),
        (FieldKind.Message, "msg"),
        (FieldKind.Method, "requestMethod"),
        (FieldKind.Url, "request url"),
        (FieldKind.Bytes, "out dstBytes"));

    private readonly ReadOnlySpan<byte> _line = line;
    private KeyedFields _fields = new(line, ref found);
    private ByteRange? _severity;

    /// <summary>Takes an attribute.</summary>
    public void Take(ReadOnlySpan<byte> name, ByteRange value)
    {
        if (!Names.TryFind(name, out FieldKind kind) || value.IsEmpty)
        {
            return;
        }

        if (kind == FieldKind.Severity)
        {
            TakeSeverity(value);
        }
        else
        {
            _fields.Take(kind, value, isText: true);
        }
    }

    /// <summary>Takes the severity, whose numbers are not those of syslog.</summary>
    public void TakeSeverity(ByteRange value) => _severity = value;

    /// <summary>All attributes were taken.</summary>
    /// <param name="name">What the event is called, which is its message where it has no other.</param>
    public void Complete(ByteRange name)
    {
        _fields.Complete();
        ref LineFields found = ref _fields.Found;
        found.HasLevel = _severity is not null;
        found.Level = SecuritySeverity.Parse((_severity ?? default).Of(_line));
        found.Message = found.Message.Or(name);
    }
}
