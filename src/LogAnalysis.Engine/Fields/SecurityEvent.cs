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
    private readonly ref LineFields _found = ref found;
    private ByteRange _otherTime;

    /// <summary>Takes an attribute.</summary>
    public void Take(ReadOnlySpan<byte> name, ByteRange value)
    {
        if (!Names.TryFind(name, out FieldKind kind) || value.IsEmpty)
        {
            return;
        }

        switch (kind)
        {
            case FieldKind.OtherTime:
                _otherTime = _otherTime.Or(value);
                break;
            case FieldKind.Severity:
                TakeSeverity(value);
                break;
            default:
                _found[kind] = _found[kind].Or(value);
                break;
        }
    }

    /// <summary>Takes the severity.</summary>
    public readonly void TakeSeverity(ByteRange value)
    {
        _found.HasLevel = true;
        _found.Level = SecuritySeverity.Parse(value.Of(_line));
    }

    /// <summary>All attributes were taken.</summary>
    /// <param name="name">What the event is called, which is its message where it has no other.</param>
    public readonly void Complete(ByteRange name)
    {
        _found.Timestamp = _found.Timestamp.Or(_otherTime);
        _found.Message = _found.Message.Or(name);
    }
}
