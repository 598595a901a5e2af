using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace LogAnalysis.Counting;

/// <summary>Numbers texts in UTF-8 from 0 on, in the order in which they come. A text that came before costs no memory.</summary>
internal sealed class Utf8StringTable
{
    private const ulong Multiplier = 0x9E3779B97F4A7C15;
    private const int MinTexts = 256;

    /// <summary>
    /// The longest probe that chance explains, since at least half of the slots are free. A longer one means that somebody made the texts
    /// collide in spite of the seed: from then on a slower hash is used, one made to withstand that.
    /// </summary>
    private const int MaxProbe = 300;

    /// <summary>Another one in each process, so that a log cannot be written to collide.</summary>
    private static readonly long Seed = BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long)));

    private readonly int _maxProbe;
    private Entry[] _entries = new Entry[MinTexts];
    private int[] _slots = new int[2 * MinTexts];
    private byte[] _bytes = new byte[32 * MinTexts];
    private int _bytesLength;

    /// <param name="maxProbe">The longest probe before a hash is used that withstands texts that were made to collide.</param>
    public Utf8StringTable(int maxProbe = MaxProbe) => _maxProbe = maxProbe;

    /// <summary>How many different texts there are.</summary>
    public int Count { get; private set; }

    /// <summary>Whether colliding texts were found, so that the hash that withstands them is in use.</summary>
    public bool UsesKey { get; private set; }

    /// <summary>The text of a number.</summary>
    public ReadOnlySpan<byte> this[int number] => _bytes.AsSpan(_entries[number].Start, _entries[number].Length);

    /// <summary>The number of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="maxCount">How many texts get numbers at most.</param>
    /// <returns>Its number; negative where it is new, and one too many.</returns>
    public int NumberOf(ReadOnlySpan<byte> text, int maxCount = int.MaxValue) => FindOrAdd(text, HashOf(text), maxCount);

    /// <summary>What texts are found by, as long as nobody makes them collide; the same in all tables.</summary>
    public static ulong SeededHashOf(ReadOnlySpan<byte> text) => XxHash3.HashToUInt64(text, Seed);

    /// <summary>The number of a text whose hash is known.</summary>
    /// <param name="text">The text.</param>
    /// <param name="seededHash">What <see cref="SeededHashOf"/> gives.</param>
    /// <param name="maxCount">How many texts get numbers at most.</param>
    /// <returns>Its number; negative where it is new, and one too many.</returns>
    public int NumberOf(ReadOnlySpan<byte> text, ulong seededHash, int maxCount) => FindOrAdd(text, UsesKey ? HashByKey(text) : seededHash, maxCount);

    /// <summary>The number here of a text that another table knows.</summary>
    /// <param name="other">The other table.</param>
    /// <param name="number">The number of the text there.</param>
    /// <param name="maxCount">How many texts get numbers at most.</param>
    /// <returns>Its number; negative where it is new, and one too many.</returns>
    public int NumberOf(Utf8StringTable other, int number, int maxCount) => UsesKey || other.UsesKey
        ? NumberOf(other[number], maxCount)
        : FindOrAdd(other[number], other._entries[number].Hash, maxCount);

    private int FindOrAdd(ReadOnlySpan<byte> text, ulong hash, int maxCount)
    {
        int slot = Find(text, hash);
        if (slot < 0)
        {
            UseKey();
            hash = HashOf(text);
            slot = Find(text, hash);
        }

        if (_slots[slot] > 0)
        {
            return _slots[slot] - 1;
        }

        if (Count >= maxCount)
        {
            return -1;
        }

        if (Count == _entries.Length)
        {
            Grow();
            slot = Find(text, hash);
        }

        _entries[Count] = new Entry(Keep(text), text.Length, hash);
        _slots[slot] = ++Count;
        return Count - 1;
    }

    /// <summary>How many slots are looked at, on average, to find a text that is there: 1 where each is in its own.</summary>
    public double MeanProbe()
    {
        int mask = _slots.Length - 1;
        long steps = 0;
        for (int slot = 0; slot < _slots.Length; slot++)
        {
            if (_slots[slot] > 0)
            {
                steps += ((slot - (int)_entries[_slots[slot] - 1].Hash) & mask) + 1;
            }
        }

        return (double)steps / Count;
    }

    /// <summary>Forgets all texts; the memory is kept for others.</summary>
    public void Clear()
    {
        Count = 0;
        _bytesLength = 0;
        Array.Clear(_slots);
    }

    /// <summary>All texts are kept in one array: an object for each would cost more than the text.</summary>
    private int Keep(ReadOnlySpan<byte> text)
    {
        int start = _bytesLength;
        if (start + text.Length > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(2 * _bytes.Length, start + text.Length));
        }

        text.CopyTo(_bytes.AsSpan(start));
        _bytesLength += text.Length;
        return start;
    }

    /// <summary>Where a text is, or would be; -1 where it is not found soon, though no key is used yet.</summary>
    private int Find(ReadOnlySpan<byte> text, ulong hash)
    {
        int mask = _slots.Length - 1;
        int slot = (int)hash & mask;
        for (int steps = 0; _slots[slot] > 0; steps++)
        {
            if (steps == _maxProbe && !UsesKey)
            {
                return -1;
            }

            ref Entry entry = ref _entries[_slots[slot] - 1];
            if (entry.Hash == hash && text.SequenceEqual(_bytes.AsSpan(entry.Start, entry.Length)))
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
        FillSlots();
    }

    private void UseKey()
    {
        UsesKey = true;
        for (int i = 0; i < Count; i++)
        {
            _entries[i] = _entries[i] with { Hash = HashOf(this[i]) };
        }

        Array.Clear(_slots);
        FillSlots();
    }

    private void FillSlots()
    {
        int mask = _slots.Length - 1;
        for (int i = 0; i < Count; i++)
        {
            int slot = (int)_entries[i].Hash & mask;
            while (_slots[slot] > 0)
            {
                slot = (slot + 1) & mask;
            }

            _slots[slot] = i + 1;
        }
    }

    private ulong HashOf(ReadOnlySpan<byte> text) => UsesKey ? HashByKey(text) : SeededHashOf(text);

    /// <summary>.NET hashes characters by a key that is another in each process (Marvin); a last odd byte is added to that.</summary>
    private static ulong HashByKey(ReadOnlySpan<byte> text)
    {
        uint hash = (uint)string.GetHashCode(MemoryMarshal.Cast<byte, char>(text));
        return (hash + (text.Length % 2 == 0 ? 0 : text[^1] + 1u)) * Multiplier;
    }

    private readonly record struct Entry(int Start, int Length, ulong Hash);
}
