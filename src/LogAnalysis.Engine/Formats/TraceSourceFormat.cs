using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Formats;

/// <summary>What .NET's trace listeners write as text: source, type of the event, its number, message.</summary>
/// <remarks>Source: Microsoft Learn, <c>System.Diagnostics.TraceListener.TraceEvent</c>, <c>TraceEventType</c>: the number is often 0, and says nothing of errors.</remarks>
internal sealed class TraceSourceFormat() : LogFormat(
    "trace-source",
    ".NET's trace listeners: source, type, number, message",
    "Shop.exe Error: 0 : could not reach the database")
{
    private const int MaxSourceLength = 120;

    private static readonly WordTable<LogLevel> Types = new(
        (LogLevel.Trace, "Verbose"),
        (LogLevel.Information, "Information Start Stop Suspend Resume Transfer"),
        (LogLevel.Warning, "Warning"),
        (LogLevel.Error, "Error"),
        (LogLevel.Critical, "Critical"));

    /// <inheritdoc/>
    internal override ContinuationRule Continuation => ContinuationRule.IndentedLines;

    /// <inheritdoc/>
    internal override string FirstBytes => FirstByte.Letters;

    /// <inheritdoc/>
    internal override string NeededMarks => " ";

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int number = line[..Math.Min(line.Length, MaxSourceLength)].IndexOf(": "u8) + ": ".Length;
        int digits = number < ": ".Length ? 0 : DigitReader.CountLeading(line[number..]);
        if (digits == 0 || !line[(number + digits)..].StartsWith(" : "u8))
        {
            return false;
        }

        ReadOnlySpan<byte> before = line[..(number - ": ".Length)];
        int type = before.LastIndexOf((byte)' ') + 1;
        fields = default;
        fields.HasLevel = type > 1 && Types.TryFind(before[type..], out fields.Level);
        fields.Message = ByteRange.Between(number + digits + " : ".Length, line.Length);
        return fields.HasLevel;
    }
}
