using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Formats;

/// <summary>
/// The event log of a cluster at Los Alamos: number, node, component, state, seconds since 1970, a flag, message. It has no level.
/// </summary>
/// <remarks>Source: the operational data of Los Alamos National Laboratory; the data set HPC.</remarks>
internal sealed class ClusterFormat() : LogFormat(
    "hpc",
    "Los Alamos cluster event log",
    "460903 node-187 unix.hw state_change.unavailable 1074178382 1 Component State Change: Component is in the unavailable state")
{
    private const int Fields = 6;

    /// <inheritdoc/>
    internal override ContinuationRule Continuation => ContinuationRule.IndentedLines;

    /// <inheritdoc/>
    internal override string FirstBytes => FirstByte.Digits;

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        fields = default;
        int start = 0;
        for (int field = 0; field < Fields; field++)
        {
            int length = line[start..].IndexOf((byte)' ');
            if (length <= 0)
            {
                return false;
            }

            ReadOnlySpan<byte> text = line.Slice(start, length);
            ReadOnlySpan<byte> digits = text.TrimStart((byte)'-');
            bool isNumber = DigitReader.CountLeading(digits) == digits.Length;
            bool fits = field switch
            {
                0 => isNumber,

                // Some nodes have a number only.
                1 => true,
                4 => isNumber && length is 9 or 10,
                5 => isNumber && length <= 2,
                _ => !isNumber,
            };
            if (!fits)
            {
                return false;
            }

            if (field == 4)
            {
                fields.Timestamp = new ByteRange(start, length);
            }

            start += length + 1;
        }

        fields.Message = ByteRange.Between(start, line.Length);
        return start < line.Length;
    }
}
