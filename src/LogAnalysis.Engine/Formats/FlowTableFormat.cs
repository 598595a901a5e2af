using System.Text;
using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Formats;

/// <summary>Flow logs of Amazon's virtual networks with columns of one's own choice, which the first line of each file names.</summary>
/// <remarks>Source: Amazon VPC User Guide, "Flow log records", "Available fields". A connection that was rejected is no error.</remarks>
internal sealed class FlowTableFormat() : TabularFormat(
    "vpc-flow-table",
    "Amazon VPC flow logs with columns of one's own choice",
    "5 vpc-0a1b2c3d subnet-0a1b2c3d eni-0a1b2c3d 192.0.2.7 198.51.100.9 51210 443 6 ACCEPT OK 1737702030 1737702090")
{
    /// <summary>The format, for what knows the columns.</summary>
    public static readonly FlowTableFormat Instance = new();

    private const int MinColumns = 4;

    private static readonly HashSet<string> Names =
    [
        "version", "account-id", "interface-id", "srcaddr", "dstaddr", "srcport", "dstport", "protocol", "packets", "bytes", "start", "end", "action",
        "log-status", "vpc-id", "subnet-id", "instance-id", "tcp-flags", "type", "pkt-srcaddr", "pkt-dstaddr", "region", "az-id", "sublocation-type",
        "sublocation-id", "pkt-src-aws-service", "pkt-dst-aws-service", "flow-direction", "traffic-path", "reject-reason",
    ];

    private static readonly WordTable<bool> Words = new((true, string.Join(' ', Names)));

    /// <summary>The columns that a line declares; null for any other line.</summary>
    public static ColumnLayout? ReadHeader(ReadOnlySpan<byte> line)
    {
        // Every choice that tells anything has one of these.
        if (!Words.Contains(line[..Math.Max(line.IndexOf((byte)' '), 0)]) || (line.IndexOf("srcaddr"u8) < 0 && line.IndexOf("interface-id"u8) < 0))
        {
            return null;
        }

        string[] names = Encoding.UTF8.GetString(line).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return names.Length >= MinColumns && names.All(Names.Contains) && !names.AsSpan().SequenceEqual(FlowLogFormat.Columns) ? new ColumnLayout(Instance, names, (byte)' ', isQuoted: false) : null;
    }

    /// <inheritdoc/>
    internal override ContinuationRule Continuation => ContinuationRule.None;

    /// <inheritdoc/>
    internal override FieldKind KindOf(string name) => name switch
    {
        "start" => FieldKind.Timestamp,
        "srcaddr" => FieldKind.Client,
        "bytes" => FieldKind.Bytes,
        _ => FieldKind.None,
    };

    /// <inheritdoc/>
    internal override void Refine(ReadOnlySpan<byte> line, ColumnLayout layout, ref LineFields fields)
    {
        fields.HasLevel = true;
        fields.Level = LogLevel.Information;
    }
}
