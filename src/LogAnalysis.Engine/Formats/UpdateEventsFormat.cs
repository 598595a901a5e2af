using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Formats;

/// <summary>
/// The events that Windows Update reports: identity, time, event number and name, update, result code, caller, result, message, separated by tabs.
/// </summary>
/// <remarks>Source: <c>ReportingEvents.log</c> in <c>SoftwareDistribution</c>. The result decides; where it is none, whether the code is a failure.</remarks>
internal sealed class UpdateEventsFormat() : LogFormat(
    "update-events",
    "Windows Update's events (ReportingEvents.log)",
    "{7A2D5C1B-0000-4000-8000-444455556667}\t2025-01-24 07:00:30:139+0100\t1\t148 [AGENT_DETECTION_FAILED]\t101\t{00000000-0000-0000-0000-000000000000}\t0\t80244022\tAutomaticUpdates\tFailure\tSoftware Synchronization\tcould not detect")
{
    private const int IdentityLength = 38;
    private const int CodeColumn = 7;
    private const int ResultColumn = 9;
    private const int MessageColumn = 11;

    /// <inheritdoc/>
    internal override ContinuationRule Continuation => ContinuationRule.IndentedLines;

    /// <inheritdoc/>
    internal override string FirstBytes => "{";

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        if (line.Length <= IdentityLength || line[IdentityLength] != '\t' || line[IdentityLength - 1] != '}')
        {
            return false;
        }

        int time = IsoTimestamp.Match(line[(IdentityLength + 1)..]);
        if (time == 0)
        {
            return false;
        }

        fields = default;
        fields.Timestamp = new ByteRange(IdentityLength + 1, time);
        ReadOnlySpan<byte> code = default;
        ReadOnlySpan<byte> result = default;
        int start = 0;
        for (int column = 0; column < MessageColumn; column++)
        {
            int length = line[start..].IndexOf((byte)'\t');
            if (length < 0)
            {
                return false;
            }

            code = column == CodeColumn ? line.Slice(start, length) : code;
            result = column == ResultColumn ? line.Slice(start, length) : result;
            start += length + 1;
        }

        bool failed = result.SequenceEqual("Failure"u8) || (!result.SequenceEqual("Success"u8) && IsFailure(code));
        fields.HasLevel = true;
        fields.Level = failed ? LogLevel.Error : LogLevel.Information;
        fields.Message = ByteRange.Between(start, line.Length);
        return true;
    }

    /// <summary>Results of Windows with the highest bit set are failures.</summary>
    private static bool IsFailure(ReadOnlySpan<byte> code) => code.Length == 8 && code[0] >= '8' && HexReader.IsNumber(code);
}
