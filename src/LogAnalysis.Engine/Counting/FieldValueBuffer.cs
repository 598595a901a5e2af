using System.Buffers;

namespace LogAnalysis.Counting;

/// <summary>
/// Values of fields with the groups that they belong to, as they came. The partitions of a log are read at the same time, and a search in tables of many
/// groups takes as long as reading the line: so each partition only notes its values, and the tables of the whole log take them in order.
/// </summary>
internal sealed class FieldValueBuffer
{
    /// <summary>How many values are kept.</summary>
    private const int MaxValues = 1 << 16;

    /// <summary>How long the text of their groups may be.</summary>
    private const int MaxText = 1 << 22;

    private const int MinValues = 1 << 12;
    private const int MinText = 1 << 17;

    private Item[] _items = [];
    private byte[] _text = [];
    private int _count;
    private int _length;

    /// <summary>Whether what is kept is to be taken before more comes.</summary>
    public bool IsFull => _count >= MaxValues || _length >= MaxText;

    /// <summary>An entry has a field.</summary>
    /// <param name="key">The field and the group.</param>
    public void AddEntry(ReadOnlySpan<byte> key)
    {
        if (_length + key.Length > _text.Length)
        {
            Grow(ref _text, _length, Math.Max(MinText, _length + key.Length));
        }

        key.CopyTo(_text.AsSpan(_length));
        Append() = new Item { Hash = Utf8StringTable.SeededHashOf(key), Start = _length, Length = key.Length, IsEntry = true };
        _length += key.Length;
    }

    /// <summary>Adds a value that the last entry has.</summary>
    public void Add(in PendingValue value)
    {
        ref Item last = ref _items[_count - 1];
        if (last.HasValue)
        {
            ref Item next = ref Append();
            next = _items[_count - 2];
            next.IsEntry = false;
            last = ref next;
        }

        last.HasValue = true;
        last.Value = value;
    }

    /// <summary>Gives all that was kept to their groups, in the order in which it came, and forgets it.</summary>
    public void MoveTo(FieldGroups groups)
    {
        foreach (ref readonly Item item in _items.AsSpan(0, _count))
        {
            FieldGroup group = groups.GroupOf(_text.AsSpan(item.Start, item.Length), item.Hash);
            if (item.IsEntry)
            {
                group.AddEntry();
            }

            if (item.HasValue)
            {
                group.Add(in item.Value);
            }
        }

        (_count, _length) = (0, 0);
    }

    /// <summary>Gives the memory back: nothing more comes.</summary>
    public void Release()
    {
        ArrayPool<Item>.Shared.Return(_items);
        ArrayPool<byte>.Shared.Return(_text);
        (_items, _text, _count, _length) = ([], [], 0, 0);
    }

    private static void Grow<T>(ref T[] array, int used, int length)
    {
        T[] larger = ArrayPool<T>.Shared.Rent(length);
        array.AsSpan(0, used).CopyTo(larger);
        ArrayPool<T>.Shared.Return(array);
        array = larger;
    }

    private ref Item Append()
    {
        if (_count == _items.Length)
        {
            Grow(ref _items, _count, Math.Max(MinValues, _count + 1));
        }

        return ref _items[_count++];
    }

    private struct Item
    {
        public ulong Hash;
        public PendingValue Value;
        public int Start;
        public int Length;
        public bool IsEntry;
        public bool HasValue;
    }
}
