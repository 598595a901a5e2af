using LogAnalysis.Model;

namespace LogAnalysis.Querying;

/// <summary>Compares numbers, as they are written. A duration with a unit counts in milliseconds.</summary>
internal sealed class NumberTest(Comparison comparison, double limit) : ComparisonTest<double>(comparison, limit)
{
    /// <inheritdoc/>
    private protected override double? Read(FieldName name, ReadOnlySpan<byte> value, in LogLine line) => FieldNumber.TryRead(value, out double number) ? number : null;
}
