using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Formats;

/// <summary>What repadmin shows of the replication of domain controllers: when it was tried last, and how that went.</summary>
/// <remarks>Source: Microsoft Learn, <c>repadmin /showrepl</c>. Reason, number of failures and last success are below it.</remarks>
internal sealed class RepadminFormat() : LogFormat(
    "repadmin",
    "Replication of domain controllers (repadmin /showrepl)",
    "        Last attempt @ 2025-01-24 07:00:30 failed, result 1722 (0x6ba):")
{
    /// <inheritdoc/>
    internal override ContinuationRule Continuation => ContinuationRule.IndentedLines;

    /// <inheritdoc/>
    internal override string FirstBytes => " ";

    /// <inheritdoc/>
    internal override string NeededMarks => ":0";

    private static ReadOnlySpan<byte> Attempt => "Last attempt @ "u8;

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int start = line.IndexOfAnyExcept((byte)' ');
        int time = start < 0 || !line[start..].StartsWith(Attempt) ? 0 : IsoTimestamp.Match(line[(start + Attempt.Length)..]);
        if (time == 0)
        {
            return false;
        }

        fields = default;
        fields.Timestamp = new ByteRange(start + Attempt.Length, time);
        fields.HasLevel = true;
        fields.Level = line[fields.Timestamp.End..].StartsWith(" failed"u8) ? LogLevel.Error : LogLevel.Information;
        fields.Message = ByteRange.Between(start, line.Length);
        return true;
    }
}
