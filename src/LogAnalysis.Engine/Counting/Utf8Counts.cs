using System.Buffers.Binary;
using System.Numerics;

namespace LogAnalysis.Counting;

/// <summary>Counts by text in UTF-8, so that a text that was counted before costs no memory.</summary>
internal sealed class Utf8Counts
{
    private const ulong Multiplier = 0x9E3779B97F4A7C15;

    private Entry[] _entries = new Entry[256];
    private int[] _slots = new int[512];
    private byte[] _texts = new byte[8192];
    private int _textsLength;

    /// <summary>How many different texts there are.</summary>
    public int Distinct { get; private set; }

    /// <summary>Adds to the count of a text.</summary>
    public void Add(ReadOnlySpan<byte> text, long count) => Add(text, HashOf(text), count);

    /// <summary>Adds all counts of another.</summary>
    public void Join(Utf8Counts other)
    {
        foreach (ref readonly Entry entry in other._entries.AsSpan(0, other.Distinct))
        {
            Add(other.TextOf(in entry), entry.Hash, entry.Count);
        }
    }

    /// <summary>The texts with their counts, in the order in which they came.</summary>
    public IEnumerable<(byte[] Text, long Count)> ToPairs() => _entries.Take(Distinct).Select(entry => (TextOf(in entry).ToArray(), entry.Count));

    private void Add(ReadOnlySpan<byte> text, ulong hash, long count)
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

        _entries[Distinct] = new Entry(Keep(text), text.Length, hash) { Count = count };
        _slots[slot] = ++Distinct;
    }

    /// <summary>All texts are kept in one array: an object for each would cost more than the text.</summary>
    private int Keep(ReadOnlySpan<byte> text)
    {
        int start = _textsLength;
        if (start + text.Length > _texts.Length)
        {
            Array.Resize(ref _texts, Math.Max(2 * _texts.Length, start + text.Length));
        }

        text.CopyTo(_texts.AsSpan(start));
        _textsLength += text.Length;
        return start;
    }

    private ReadOnlySpan<byte> TextOf(in Entry entry) => _texts.AsSpan(entry.Start, entry.Length);

    /// <summary>Where a text is, or would be.</summary>
    private int Find(ReadOnlySpan<byte> text, ulong hash)
    {
        int mask = _slots.Length - 1;
        int slot = (int)hash & mask;
        while (_slots[slot] > 0)
        {
            ref Entry entry = ref _entries[_slots[slot] - 1];
            if (entry.Hash == hash && text.SequenceEqual(TextOf(in entry)))
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
            _slots[Find(TextOf(in _entries[i]), _entries[i].Hash)] = i + 1;
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

    private record struct Entry(int Start, int Length, ulong Hash)
    {
        public long Count;
    }
}
