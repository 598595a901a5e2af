using LogAnalysis.Fields;
using LogAnalysis.Model;

namespace LogAnalysis.Parsing;

/// <summary>The two lines of <c>java.util.logging</c>.</summary>
internal sealed class PendingJavaHeader(KeptLines lines, in LineFields first) : PendingHeader(lines, in first)
{
    /// <inheritdoc/>
    public override bool TryAdd(ReadOnlySpan<byte> text, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> time, in LinePosition place)
    {
        LineFields fields = default;
        if (plain.IsEmpty || !JavaLoggingLevel.TryRead(plain, ref fields))
        {
            return false;
        }

        Level = fields.Level;
        IsComplete = true;
        Add(text, plain, time, in fields, in place);
        return true;
    }
}
