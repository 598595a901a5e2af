using System.IO.Hashing;
using LogAnalysis.Text;

namespace LogAnalysis.Counting;

/// <summary>How many different values there are: exact while they are few, then estimated in fixed memory. Merging is exact in either.</summary>
/// <param name="precision">How well many are told apart, as <see cref="HyperLogLog"/> takes it.</param>
internal sealed class DistinctCounter(int precision = 12)
{
    /// <summary>Up to this number they are counted exactly.</summary>
    public const int MaxExact = 256;

    private HashSet<ulong>? _exact;
    private HyperLogLog? _estimated;

    /// <summary>What a value is counted by.</summary>
    public static ulong HashOf(ReadOnlySpan<byte> value) => XxHash3.HashToUInt64(value);

    /// <summary>Adds a value.</summary>
    public void Add(ReadOnlySpan<byte> value) => Add(HashOf(value));

    /// <summary>Adds a value by its <see cref="HashOf"/>.</summary>
    public void Add(ulong hash)
    {
        if (_estimated is not null)
        {
            _estimated.Add(hash);
            return;
        }

        _exact ??= new HashSet<ulong>(SeededComparer.Instance);
        if (_exact.Add(hash) && _exact.Count > MaxExact)
        {
            ToEstimated();
        }
    }

    /// <summary>Adds what another counter has seen, of the same precision.</summary>
    public void Merge(DistinctCounter other)
    {
        foreach (ulong hash in other._exact ?? [])
        {
            Add(hash);
        }

        if (other._estimated is not null)
        {
            ToEstimated().Merge(other._estimated);
        }
    }

    /// <summary>How many different values there were.</summary>
    public long Estimate() => _estimated?.Estimate() ?? _exact?.Count ?? 0;

    private HyperLogLog ToEstimated()
    {
        if (_estimated is null)
        {
            _estimated = new HyperLogLog(precision);
            foreach (ulong hash in _exact ?? [])
            {
                _estimated.Add(hash);
            }

            _exact = null;
        }

        return _estimated;
    }
}
