using System.Text;
using LogAnalysis.Model;

namespace LogAnalysis.Querying;

/// <summary>Compares durations, in whatever unit the log has them.</summary>
internal sealed class DurationTest(Comparison comparison, TimeSpan limit) : ComparisonTest<TimeSpan>(comparison, limit)
{
    /// <inheritdoc/>
    private protected override TimeSpan? Read(FieldName name, ReadOnlySpan<byte> value, in LogLine line)
    {
        // The format knows the unit of the field that it takes for the duration.
        bool isThatOfFormat = !line.Fields.Duration.IsEmpty && line.Fields.Duration.Of(line.Plain).EndsWith(value);
        return (isThatOfFormat ? line.ParseDuration() : null) ?? FieldNumber.ReadDuration(Encoding.UTF8.GetBytes(name.Text), value);
    }
}
