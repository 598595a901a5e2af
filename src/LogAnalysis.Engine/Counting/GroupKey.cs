using System.Text;
using LogAnalysis.Model;
using LogAnalysis.Querying;

namespace LogAnalysis.Counting;

/// <summary>Makes one text of the values by which an entry is grouped.</summary>
internal sealed class GroupKey
{
    private const int MaxLength = 400;

    private readonly byte[] _joined = new byte[3 * MaxLength];
    private readonly byte[] _text = new byte[MaxLength];
    private int _length;

    private static ReadOnlySpan<byte> Absent => "(none)"u8;

    /// <summary>The values that were read last, with commas between them.</summary>
    public ReadOnlySpan<byte> Text => _text.AsSpan(0, _length);

    /// <summary>Splits what <see cref="Join"/> has joined.</summary>
    public static void Split(ReadOnlySpan<byte> key, out ReadOnlySpan<byte> name, out ReadOnlySpan<byte> group)
    {
        int end = key.IndexOf((byte)0);
        name = key[..end];
        group = key[(end + 1)..];
    }

    /// <summary>Reads the values of an entry.</summary>
    /// <param name="values">Where they were found.</param>
    /// <param name="first">The first of the fields by which entries are grouped.</param>
    public void Read(FoundFields values, int first)
    {
        _length = 0;
        for (int field = first; field < values.Count; field++)
        {
            if (field > first)
            {
                Append(", "u8);
            }

            if (values[field] is not [FoundField value, ..])
            {
                Append(Absent);
            }
            else if (FieldValue.IsPlain(values.BytesOf(value), value.Syntax))
            {
                Append(values.BytesOf(value));
            }
            else
            {
                Append(Encoding.UTF8.GetBytes(FieldValue.Decode(values.BytesOf(value), value.Syntax)));
            }
        }
    }

    /// <summary>One text for a field and a group.</summary>
    public ReadOnlySpan<byte> Join(ReadOnlySpan<byte> name, ReadOnlySpan<byte> group)
    {
        name = name[..Math.Min(name.Length, MaxLength)];
        name.CopyTo(_joined);
        _joined[name.Length] = 0;
        group.CopyTo(_joined.AsSpan(name.Length + 1));
        return _joined.AsSpan(0, name.Length + 1 + group.Length);
    }

    private void Append(ReadOnlySpan<byte> value)
    {
        value = value[..Math.Min(value.Length, MaxLength - _length)];
        value.CopyTo(_text.AsSpan(_length));
        _length += value.Length;
    }
}
