using LogAnalysis.Querying;

namespace LogAnalysis.Counting;

/// <summary>A value of a field that is not in its totals yet.</summary>
/// <param name="Hash">What it is counted by where different values are.</param>
/// <param name="Number">The number that it is; no number where it is none.</param>
internal readonly record struct PendingValue(ulong Hash, double Number)
{
    /// <summary>Whether it is a number.</summary>
    public bool IsNumber => double.IsFinite(Number);

    /// <summary>Reads a value.</summary>
    public static PendingValue Of(ReadOnlySpan<byte> value) => new(DistinctCounter.HashOf(value), FieldNumber.TryRead(value, out double number) ? number : double.NaN);
}
