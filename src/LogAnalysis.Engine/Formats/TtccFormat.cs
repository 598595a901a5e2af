using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Formats;

/// <summary>log4j's TTCC layout, that of its basic configuration: milliseconds since the start, thread, level, logger, message.</summary>
/// <remarks>Source: Apache log4j 1.2, <c>TTCCLayout</c>, <c>BasicConfigurator</c>: <c>%r [%t] %p %c %x - %m%n</c>. No line says when it started.</remarks>
internal sealed class TtccFormat() : LogFormat(
    "ttcc",
    "log4j's TTCC layout (BasicConfigurator): milliseconds since the start, thread, level, logger, message",
    "1234 [main] ERROR com.example.Orders  - could not reach the database")
{
    private const int MaxDigits = 10;

    /// <inheritdoc/>
    internal override ContinuationRule Continuation => ContinuationRule.Everything;

    /// <inheritdoc/>
    internal override string FirstBytes => FirstByte.Digits;

    /// <inheritdoc/>
    internal override string NeededMarks => "[]";

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int digits = DigitReader.CountLeading(line);
        int blanks = digits is 0 or > MaxDigits ? -1 : line[digits..].IndexOfAnyExcept((byte)' ');
        int open = digits + blanks;
        int close = blanks > 0 && line[open] == '[' ? line[open..].IndexOf("] "u8) : -1;
        if (close < 0)
        {
            return false;
        }

        int level = open + close + 2;
        ReadOnlySpan<byte> rest = line[level..].TrimStart((byte)' ');
        int length = rest.IndexOf((byte)' ');
        LogLevel found = LogLevel.Unknown;
        if (length <= 0 || !LevelNames.TryParseCapitals(rest[..length], out found))
        {
            return false;
        }

        fields = default;
        fields.HasLevel = true;
        fields.Level = found;
        fields.Message = ByteRange.Between(HeaderMessage.Find(line, line.Length - rest.Length + length), line.Length);
        return true;
    }
}
