using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Formats;

/// <summary>A syslog priority and a message: what services write for systemd, and what the kernel's log holds.</summary>
/// <remarks>Source: <c>sd-daemon(3)</c>; <c>dmesg --raw</c>; .NET's <c>SystemdConsoleFormatter</c>.</remarks>
internal sealed class PriorityFormat() : LogFormat(
    "priority",
    "A syslog priority before a message: services under systemd, the kernel's log",
    "<3>could not reach the database")
{
    /// <inheritdoc/>
    internal override ContinuationRule Continuation => ContinuationRule.IndentedLines;

    /// <inheritdoc/>
    internal override bool MayCarry(ReadOnlySpan<byte> line, in LineFields fields) => true;

    /// <inheritdoc/>
    internal override string FirstBytes => "<";

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int start = SyslogSeverity.Match(line, out LogLevel level);
        if (start == 0 || SyslogFormat.MatchHeader(line) > 0)
        {
            return false;
        }

        fields = default;
        fields.HasLevel = true;
        fields.Level = level;

        // The kernel writes the seconds since it started there.
        int close = line[start..].StartsWith("["u8) ? line[start..].IndexOf("] "u8) : -1;
        bool clock = close > 0 && DigitReader.IsDecimal(line[(start + 1)..(start + close)].TrimStart((byte)' '));
        fields.Message = ByteRange.Between(clock ? start + close + 2 : start, line.Length);
        return true;
    }
}
