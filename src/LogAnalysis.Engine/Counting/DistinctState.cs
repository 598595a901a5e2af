using System.Buffers.Text;
using System.Runtime.InteropServices;

namespace LogAnalysis.Counting;

/// <summary>Which different values there were, as a text that is saved: a letter, and their hashes or the registers of a <see cref="HyperLogLog"/> in base 64.</summary>
internal static class DistinctState
{
    private const char Exact = 'x';
    private const char Estimated = 'r';

    /// <summary>Few values, by their hashes.</summary>
    public static string Of(ReadOnlySpan<ulong> hashes)
    {
        ulong[] sorted = hashes.ToArray();
        Array.Sort(sorted);
        return Exact + Convert.ToBase64String(MemoryMarshal.AsBytes<ulong>(sorted));
    }

    /// <summary>Many values.</summary>
    public static string Of(HyperLogLog values) => Estimated + Convert.ToBase64String(values.Registers);

    /// <summary>Whether a text can be that of some precision.</summary>
    public static bool IsState(string? state, int precision) => state is [Exact or Estimated, ..] && Base64.IsValid(state.AsSpan(1), out int length)
        && (state[0] == Exact ? length % sizeof(ulong) == 0 : length == 1 << precision);

    /// <summary>The registers that were saved; null where the values were few.</summary>
    public static byte[]? RegistersOf(string state) => state[0] == Estimated ? Convert.FromBase64String(state[1..]) : null;
}
