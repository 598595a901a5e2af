using System.Security.Cryptography;

namespace LogAnalysis.Text;

/// <summary>
/// Hashes numbers that a log, or another machine, has chosen. .NET's own hash of a number is the number itself: whoever knows how a table grows can
/// write times or durations that all fall into one slot, and every look-up then reads all of them.
/// </summary>
/// <remarks>
/// Source: multiplication by a secret odd number, of which the upper half is taken (Dietzfelbinger et al., "A Reliable Randomized Algorithm for the
/// Closest-Pair Problem", 1997): two numbers collide no more often than by chance.
/// </remarks>
internal sealed class SeededComparer : IEqualityComparer<long>, IEqualityComparer<ulong>
{
    private const int HalfOfBits = 32;

    /// <summary>Another one in each process.</summary>
    private static readonly ulong Multiplier = BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong))) | 1;

    private SeededComparer()
    {
    }

    /// <summary>The only one.</summary>
    public static SeededComparer Instance { get; } = new();

    /// <summary>The hash of a number.</summary>
    public static int HashOf(ulong number) => (int)((number * Multiplier) >> HalfOfBits);

    /// <inheritdoc/>
    public bool Equals(long x, long y) => x == y;

    /// <inheritdoc/>
    public bool Equals(ulong x, ulong y) => x == y;

    /// <inheritdoc/>
    public int GetHashCode(long obj) => HashOf((ulong)obj);

    /// <inheritdoc/>
    public int GetHashCode(ulong obj) => HashOf(obj);
}
