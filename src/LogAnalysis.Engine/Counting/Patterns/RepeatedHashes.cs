using System.Buffers;
using System.Numerics;

namespace LogAnalysis.Counting;

/// <summary>Which of very many hashes came more than once, in little memory: none that did is missed, and few that did not are taken for such.</summary>
/// <remarks>Source: Bloom, "Space/Time Trade-offs in Hash Coding with Allowable Errors", CACM 1970; with one bit for each hash.</remarks>
internal sealed class RepeatedHashes : IDisposable
{
    private const int BitsOfHash = 64;

    /// <summary>Bits for each hash: one in as many is taken for repeated.</summary>
    private const int BitsEach = 32;

    private const int MinBits = 1 << 10;
    private const int MaxBits = 1 << 22;

    private readonly int _shift;
    private readonly int _words;
    private readonly ulong[] _bits;

    /// <summary>None yet.</summary>
    /// <param name="count">About how many there will be.</param>
    public RepeatedHashes(int count)
    {
        uint bits = BitOperations.RoundUpToPowerOf2((uint)Math.Clamp((long)count * BitsEach, MinBits, MaxBits));
        _shift = BitsOfHash - BitOperations.Log2(bits);
        _words = (int)(bits / BitsOfHash);
        _bits = ArrayPool<ulong>.Shared.Rent(2 * _words);
        Array.Clear(_bits, 0, 2 * _words);
    }

    /// <summary>Takes a hash.</summary>
    public void Add(ulong hash)
    {
        int word = WordOf(hash, out ulong bit);
        _bits[_words + word] |= _bits[word] & bit;
        _bits[word] |= bit;
    }

    /// <summary>Whether a hash came more than once; rarely also where it did not.</summary>
    public bool MayRepeat(ulong hash) => (_bits[_words + WordOf(hash, out ulong bit)] & bit) != 0;

    /// <inheritdoc/>
    public void Dispose() => ArrayPool<ulong>.Shared.Return(_bits);

    private int WordOf(ulong hash, out ulong bit)
    {
        ulong place = hash >> _shift;
        bit = 1UL << (int)(place % BitsOfHash);
        return (int)(place / BitsOfHash);
    }
}
