using LogAnalysis.Fields;
using LogAnalysis.Model;

namespace LogAnalysis.Querying;

/// <summary>Takes the fields of one entry after another, those of objects one by one: <c>User.Name</c>. It is not to be shared between threads.</summary>
internal abstract class FieldWalker : FieldSink
{
    private const int MaxDepth = 4;
    private const int MaxNameLength = 200;

    private readonly byte[] _name = new byte[MaxNameLength];
    private int _length;
    private int _depth;

    /// <summary>Walks through the fields of an entry.</summary>
    public virtual void Read(in LogLine line)
    {
        (_length, _depth) = (0, 0);
        line.FieldReader.Read(in line, this);
    }

    /// <inheritdoc/>
    public sealed override void Add(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value, FieldSyntax syntax)
    {
        int room = MaxNameLength - 1 - _length;
        if (FieldValue.TypeOf(value, syntax) is not LogFieldType type || name.IsEmpty || room <= 0)
        {
            return;
        }

        int before = _length;
        name = name[..Math.Min(name.Length, room)];
        name.CopyTo(_name.AsSpan(before));
        _length += name.Length;
        if (type == LogFieldType.Object && _depth < MaxDepth)
        {
            _name[_length++] = (byte)'.';
            _depth++;
            JsonFields.Read(value, this);
            _depth--;
        }
        else
        {
            Take(_name.AsSpan(0, _length), value, type);
        }

        _length = before;
    }

    /// <summary>Takes a field that has no members.</summary>
    /// <param name="name">Its name, behind those of the objects that it is in.</param>
    /// <param name="value">Its value, as it is written.</param>
    /// <param name="type">What it is.</param>
    private protected abstract void Take(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value, LogFieldType type);
}
