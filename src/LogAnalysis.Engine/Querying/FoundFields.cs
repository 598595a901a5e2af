using System.Runtime.InteropServices;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Querying;

/// <summary>The values that an entry has for the fields that were asked for. They are kept until those of the next entry are.</summary>
internal sealed class FoundFields
{
    private readonly int[] _ranks;
    private readonly List<FoundField>[] _found;
    private readonly KeptBytes _bytes = new();
    private int _beforeMessage;

    /// <param name="count">How many fields were asked for.</param>
    public FoundFields(int count)
    {
        _ranks = new int[count];
        _found = [.. Enumerable.Range(0, count).Select(_ => new List<FoundField>())];
    }

    /// <summary>How many fields were asked for.</summary>
    public int Count => _ranks.Length;

    /// <summary>Of how many fields the best that there can be is not known.</summary>
    public int Missing { get; private set; }

    /// <summary>The values of a field; none where the entry does not have it, or says that it is null.</summary>
    public ReadOnlySpan<FoundField> this[int field] => CollectionsMarshal.AsSpan(_found[field]);

    /// <summary>The bytes of a value.</summary>
    public ReadOnlySpan<byte> BytesOf(FoundField value) => _bytes[value.Range];

    /// <summary>The value of a field as an object, an array where the entry has several; null where it does not have it.</summary>
    public object? ValueOf(int field, in LogLine line)
    {
        if (_found[field].Count < 2)
        {
            return _found[field] is [FoundField only] ? FieldValue.Read(BytesOf(only), only.Syntax, in line) : null;
        }

        var values = new List<object?>();
        foreach (FoundField value in _found[field])
        {
            values.Add(FieldValue.Read(BytesOf(value), value.Syntax, in line));
        }

        return values.ToArray();
    }

    /// <summary>Forgets what was found of the entry before.</summary>
    public void Clear()
    {
        _bytes.Clear();
        _beforeMessage = 0;
        Missing = _ranks.Length;
        for (int field = 0; field < _ranks.Length; field++)
        {
            _ranks[field] = FieldName.NoRank;
            _found[field].Clear();
        }
    }

    /// <summary>What comes now is from the text of the message, and does not count where something is known already.</summary>
    public void BeginMessage() => _beforeMessage = _bytes.Length;

    /// <summary>Takes a value, if nothing better is known. A name that comes again has several.</summary>
    /// <param name="field">The field.</param>
    /// <param name="rank">How well its name fits, 0 where it is the very name.</param>
    /// <param name="value">The value.</param>
    /// <param name="syntax">How it is written.</param>
    public void Offer(int field, int rank, ReadOnlySpan<byte> value, FieldSyntax syntax)
    {
        List<FoundField> found = _found[field];
        bool isKnownBetter = rank > _ranks[field] || (found.Count > 0 && found[0].Range.Start < _beforeMessage);
        if (isKnownBetter || (syntax == FieldSyntax.Json && value.SequenceEqual("null"u8)))
        {
            return;
        }

        if (rank < _ranks[field])
        {
            _ranks[field] = rank;
            Missing -= rank == 0 ? 1 : 0;
            found.Clear();
        }

        found.Add(new FoundField(_bytes.Keep(value), syntax));
    }
}
