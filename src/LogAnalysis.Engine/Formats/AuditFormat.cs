using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Formats;

/// <summary>Linux' audit daemon: the type of the record, its time in seconds since 1970 with the number of the event, fields. It has no level.</summary>
/// <remarks>Source: linux-audit/audit-documentation, "Audit Event Specification": <c>type=... msg=audit(time:serial): ...</c>, perhaps with <c>node=</c>; the kernel's own messages.</remarks>
internal sealed class AuditFormat() : LogFormat(
    "audit",
    "Linux audit: type, seconds since 1970 and serial number, fields",
    "type=USER_AUTH msg=audit(1737702030.139:314): pid=1208 uid=0 auid=1000 msg='op=PAM:authentication acct=\"anna\" res=failed'")
{
    /// <summary>The name of a host is before the type at most.</summary>
    private const int MaxPrefixLength = 320;

    private static ReadOnlySpan<byte> Mark => " msg=audit("u8;

    private static ReadOnlySpan<byte> KernelsMark => " audit("u8;

    /// <inheritdoc/>
    internal override ContinuationRule Continuation => ContinuationRule.IndentedLines;

    /// <inheritdoc/>
    internal override string FirstBytes => "tna";

    /// <inheritdoc/>
    internal override string NeededMarks => "=";

    /// <summary>Whether a line is such a record.</summary>
    internal static bool Matches(ReadOnlySpan<byte> line) => FindTime(line) > 0;

    /// <inheritdoc/>
    internal override bool MayBegin(LineBeginning beginning) => beginning != LineBeginning.Prose;

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int time = FindTime(line);
        if (time == 0)
        {
            return false;
        }

        int colon = line[time..].IndexOf((byte)':');
        int close = line[time..].IndexOf("): "u8);
        if (colon <= 0 || close < colon || !EpochTimestamp.TryRead(line.Slice(time, colon), out _))
        {
            return false;
        }

        fields = default;
        fields.Timestamp = new ByteRange(time, colon);
        fields.Message = ByteRange.Between(time + close + "): ".Length, line.Length);
        return true;
    }

    private static int FindTime(ReadOnlySpan<byte> line)
    {
        bool isKernels = line.StartsWith("audit: type="u8);
        if (!isKernels && !line.StartsWith("type="u8) && !line.StartsWith("node="u8))
        {
            return 0;
        }

        int mark = line[..Math.Min(line.Length, MaxPrefixLength)].IndexOf(isKernels ? KernelsMark : Mark);
        return mark < 0 ? 0 : mark + (isKernels ? KernelsMark : Mark).Length;
    }
}
