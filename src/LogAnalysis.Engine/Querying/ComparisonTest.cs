using LogAnalysis.Model;

namespace LogAnalysis.Querying;

/// <summary>Compares the number, duration or time that a value stands for. Values that stand for none do not pass.</summary>
/// <typeparam name="T">What is compared.</typeparam>
/// <param name="comparison">How.</param>
/// <param name="limit">With what.</param>
internal abstract class ComparisonTest<T>(Comparison comparison, T limit) : FieldTest
    where T : struct, IComparable<T>
{
    /// <inheritdoc/>
    public sealed override bool Matches(FieldName name, ReadOnlySpan<byte> value, FieldSyntax syntax, in LogLine line)
    {
        if (Read(name, value, in line) is not T read)
        {
            return false;
        }

        int order = read.CompareTo(limit);
        return comparison switch
        {
            Comparison.Less => order < 0,
            Comparison.LessOrEqual => order <= 0,
            Comparison.Greater => order > 0,
            Comparison.GreaterOrEqual => order >= 0,
            _ => order == 0,
        };
    }

    /// <summary>Reads a value; null where it is none of these.</summary>
    private protected abstract T? Read(FieldName name, ReadOnlySpan<byte> value, in LogLine line);
}
