using LogAnalysis.Model;
using LogAnalysis.Times;

namespace LogAnalysis.Querying;

/// <summary>Compares times.</summary>
internal sealed class TimeTest(Comparison comparison, DateTimeOffset limit) : ComparisonTest<DateTimeOffset>(comparison, limit)
{
    /// <inheritdoc/>
    private protected override DateTimeOffset? Read(FieldName name, ReadOnlySpan<byte> value, in LogLine line) =>
        Timestamps.TryParse(value, line.Reference, line.Conventions, out DateTimeOffset time) ? time : null;
}
