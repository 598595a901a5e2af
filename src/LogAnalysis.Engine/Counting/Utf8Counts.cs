using System.Buffers.Binary;
using System.Numerics;

namespace LogAnalysis.Counting;

/// <summary>Counts by text in UTF-8, so that a text that was counted before costs no memory.</summary>
internal sealed class Utf8Counts
{
    private const ulong Multiplier = 0x9E3779B97F4A7C15;

    private Entry[] _entries = new Entry[64];
    private int[] _slots = new int[128];

    /// <summary>How many different texts there are.</summary>
    public int Distinct { get; private set; }

    /// <summary>Adds to the count of a text.</summary>
    public void Add(ReadOnlySpan<byte> text, long count) => Add(text, HashOf(text), count, known: null);

    /// <summary>Adds all counts of another.</summary>
    public void Join(Utf8Counts other)
    {
        foreach (ref readonly Entry entry in other._entries.AsSpan(0, other.Distinct))
        {
            Add(entry.Text, entry.Hash, entry.Count, entry.Text);
        }
    }

    /// <summary>The texts with their counts, in the order in which they came.</summary>
    public IEnumerable<(byte[] Text, long Count)> ToPairs() => _entries.Take(Distinct).Select(entry => (entry.Text, entry.Count));

    private void Add(ReadOnlySpan<byte> text, ulong hash, long count, byte[]? known)
    {
        int slot = Find(text, hash);
        if (_slots[slot] > 0)
        {
            _entries[_slots[slot] - 1].Count += count;
            return;
        }

        if (Distinct == _entries.Length)
        {
            Grow();
            slot = Find(text, hash);
        }

        _entries[Distinct] = new Entry(known ?? text.ToArray(), hash) { Count = count };
        _slots[slot] = ++Distinct;
    }

    /// <summary>Where a text is, or would be.</summary>
    private int Find(ReadOnlySpan<byte> text, ulong hash)
    {
        int mask = _slots.Length - 1;
        int slot = (int)hash & mask;
        while (_slots[slot] > 0)
        {
            ref Entry entry = ref _entries[_slots[slot] - 1];
            if (entry.Hash == hash && text.SequenceEqual(entry.Text))
            {
                break;
            }

            slot = (slot + 1) & mask;
        }

        return slot;
    }

    private void Grow()
    {
        Array.Resize(ref _entries, _entries.Length * 2);
        _slots = new int[_entries.Length * 2];
        for (int i = 0; i < Distinct; i++)
        {
            _slots[Find(_entries[i].Text, _entries[i].Hash)] = i + 1;
        }
    }

    private static ulong HashOf(ReadOnlySpan<byte> text)
    {
        ulong hash = (ulong)text.Length * Multiplier;
        while (text.Length >= sizeof(ulong))
        {
            hash = BitOperations.RotateLeft((hash ^ BinaryPrimitives.ReadUInt64LittleEndian(text)) * Multiplier, 29);
            text = text[sizeof(ulong)..];
        }

        foreach (byte value in text)
        {
            hash = (hash ^ value) * Multiplier;
        }

        return hash ^ (hash >> 32);
    }

    private record struct Entry(byte[] Text, ulong Hash)
    {
        public long Count;
    }
}
