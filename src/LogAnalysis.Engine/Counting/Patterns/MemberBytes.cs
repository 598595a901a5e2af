using System.Text;
using LogAnalysis.Model;
using LogAnalysis.Querying;
using LogAnalysis.Text;

namespace LogAnalysis.Counting;

/// <summary>The members of one object after another, without an allocation for each.</summary>
internal sealed class MemberBytes
{
    private readonly List<(ByteRange Name, ByteRange Value)> _members = [];
    private readonly KeptBytes _bytes = new();

    /// <summary>How many there are.</summary>
    public int Count => _members.Count;

    /// <summary>The value of a member, as it is meant.</summary>
    public ReadOnlySpan<byte> ValueAt(int index) => _bytes[_members[index].Value];

    /// <summary>Forgets all members.</summary>
    public void Clear()
    {
        _members.Clear();
        _bytes.Clear();
    }

    /// <summary>Adds a member.</summary>
    /// <param name="name">Its name, as it is written.</param>
    /// <param name="value">Its value, as it is written.</param>
    /// <param name="syntax">How that is written.</param>
    public void Add(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value, FieldSyntax syntax) =>
        _members.Add((Keep(name, FieldSyntax.JsonString), Keep(value, syntax)));

    /// <summary>The value of the first member with a name, whatever its case; empty if there is none.</summary>
    public ReadOnlySpan<byte> Find(ReadOnlySpan<byte> name)
    {
        for (int i = 0; i < _members.Count; i++)
        {
            if (FieldName.IsSame(_bytes[_members[i].Name], name))
            {
                return ValueAt(i);
            }
        }

        return default;
    }

    private ByteRange Keep(ReadOnlySpan<byte> text, FieldSyntax syntax) =>
        _bytes.Keep(FieldValue.IsPlain(text, syntax) ? text : Encoding.UTF8.GetBytes(FieldValue.Decode(text, syntax)));
}
