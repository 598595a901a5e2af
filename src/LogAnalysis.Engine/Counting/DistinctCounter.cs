using System.Buffers.Text;
using System.IO.Hashing;
using System.Numerics;
using System.Runtime.InteropServices;
using LogAnalysis.Text;

namespace LogAnalysis.Counting;

/// <summary>How many different values there are: exact while they are few, then estimated by HyperLogLog in fixed memory. Merging is exact in either.</summary>
/// <remarks>
/// Source: Flajolet, Fusy, Gandouet, Meunier, "HyperLogLog", 2007; the estimate of Ertl, "New cardinality estimation algorithms for HyperLogLog
/// sketches", 2017, section 3, which needs no corrections by tables.
/// </remarks>
/// <param name="precision">The binary logarithm of the number of registers, of a byte each: 12 is 1.6 % of error, 10 is 3.2 %.</param>
/// <param name="maxExact">So many are counted exactly.</param>
internal sealed class DistinctCounter(int precision = 12, int maxExact = DistinctCounter.MaxExact)
{
    /// <summary>So many are counted exactly.</summary>
    public const int MaxExact = 256;

    private const int HashBits = 64;
    private const char Exact = 'x';
    private const char Estimated = 'r';

    private HashSet<ulong>? _exact;
    private byte[]? _registers;

    /// <summary>What a value is counted by.</summary>
    public static ulong HashOf(ReadOnlySpan<byte> value) => XxHash3.HashToUInt64(value);

    /// <summary>Adds a value.</summary>
    public void Add(ReadOnlySpan<byte> value) => Add(HashOf(value));

    /// <summary>Adds a value by its <see cref="HashOf"/>.</summary>
    public void Add(ulong hash)
    {
        if (_registers is not null)
        {
            Register(_registers, hash);
            return;
        }

        _exact ??= new HashSet<ulong>(SeededComparer.Instance);
        if (_exact.Add(hash) && _exact.Count > maxExact)
        {
            ToRegisters();
        }
    }

    /// <summary>Adds what another counter has seen, of the same precision.</summary>
    public void Merge(DistinctCounter other)
    {
        foreach (ulong hash in other._exact ?? [])
        {
            Add(hash);
        }

        if (other._registers is not null)
        {
            byte[] registers = ToRegisters();
            for (int i = 0; i < registers.Length; i++)
            {
                registers[i] = Math.Max(registers[i], other._registers[i]);
            }
        }
    }

    /// <summary>How many different values there were.</summary>
    public long Estimate() => _registers is null ? _exact?.Count ?? 0 : (long)Math.Round(EstimateByRegisters(_registers));

    /// <summary>What was seen, as a text: a letter, and the hashes or the registers in base 64.</summary>
    public string ToState() => _registers is null
        ? Exact + Convert.ToBase64String(MemoryMarshal.AsBytes<ulong>([.. (_exact ?? []).Order()]))
        : Estimated + Convert.ToBase64String(_registers);

    /// <summary>Whether a text can be a state of a counter of some precision.</summary>
    public static bool IsState(string? state, int precision) => state is [Exact or Estimated, ..] && Base64.IsValid(state.AsSpan(1), out int length)
        && (state[0] == Exact ? length % sizeof(ulong) == 0 : length == 1 << precision);

    /// <summary>Adds what <see cref="ToState"/> of a counter of the same precision has given.</summary>
    public void AddState(string state)
    {
        byte[] bytes = Convert.FromBase64String(state[1..]);
        if (state[0] == Exact)
        {
            foreach (ulong hash in MemoryMarshal.Cast<byte, ulong>(bytes))
            {
                Add(hash);
            }

            return;
        }

        byte[] registers = ToRegisters();
        for (int i = 0; i < registers.Length; i++)
        {
            registers[i] = Math.Max(registers[i], Math.Min(bytes[i], (byte)(HashBits - precision + 1)));
        }
    }

    private byte[] ToRegisters()
    {
        if (_registers is null)
        {
            _registers = new byte[1 << precision];
            foreach (ulong hash in _exact ?? [])
            {
                Register(_registers, hash);
            }

            _exact = null;
        }

        return _registers;
    }

    /// <summary>The first bits choose a register, which keeps the most zeros that the others began with.</summary>
    private void Register(byte[] registers, ulong hash)
    {
        int index = (int)(hash >> (HashBits - precision));
        int zeros = Math.Min(BitOperations.LeadingZeroCount(hash << precision), HashBits - precision) + 1;
        registers[index] = Math.Max(registers[index], (byte)zeros);
    }

    private double EstimateByRegisters(byte[] registers)
    {
        int bits = HashBits - precision;
        var counts = new int[bits + 2];
        foreach (byte zeros in registers)
        {
            counts[zeros]++;
        }

        double size = registers.Length;
        double sum = size * Tau(1 - (counts[bits + 1] / size));
        for (int zeros = bits; zeros >= 1; zeros--)
        {
            sum = 0.5 * (sum + counts[zeros]);
        }

        return size * size / (2 * Math.Log(2) * (sum + (size * Sigma(counts[0] / size))));
    }

    /// <summary>What registers that saw nothing add.</summary>
    private static double Sigma(double share)
    {
        if (share == 1)
        {
            return double.PositiveInfinity;
        }

        double factor = 1;
        double sum = share;
        double before;
        do
        {
            share *= share;
            before = sum;
            sum += share * factor;
            factor += factor;
        }
        while (sum != before);

        return sum;
    }

    /// <summary>What registers that are full add.</summary>
    private static double Tau(double share)
    {
        if (share is 0 or 1)
        {
            return 0;
        }

        double factor = 1;
        double sum = 1 - share;
        double before;
        do
        {
            share = Math.Sqrt(share);
            before = sum;
            factor *= 0.5;
            sum -= (1 - share) * (1 - share) * factor;
        }
        while (sum != before);

        return sum / 3;
    }
}
