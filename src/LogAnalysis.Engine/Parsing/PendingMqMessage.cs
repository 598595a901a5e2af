using LogAnalysis.Formats;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Parsing;

/// <summary>A headline of IBM MQ and its attributes, up to the message with its code.</summary>
internal sealed class PendingMqMessage(KeptLines lines, in LineFields first) : PendingHeader(lines, in first)
{
    /// <summary>There are a handful of attributes, a line each at most.</summary>
    private const int MaxLines = 30;

    /// <inheritdoc/>
    public override bool EndsAtOtherEntry => true;

    /// <inheritdoc/>
    public override bool TryAdd(ReadOnlySpan<byte> text, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> time, in LinePosition place)
    {
        if (Lines.Count == MaxLines)
        {
            return false;
        }

        LineFields fields = default;
        if (IbmMqFormat.TryReadMessage(plain, out LogLevel level))
        {
            Level = level;
            IsComplete = true;
            fields.CompletesEntry = true;
            fields.Message = new ByteRange(0, plain.Length);
        }

        Add(text, plain, time, in fields, in place);
        return true;
    }
}
