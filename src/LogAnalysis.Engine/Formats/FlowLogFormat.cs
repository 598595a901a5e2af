using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Formats;

/// <summary>Flow logs of Amazon's virtual networks in their default format: 14 fields. A connection that was rejected is no error.</summary>
/// <remarks>Source: Amazon VPC User Guide, "Flow log records": version 2, seconds since 1970 at the start and the end; NODATA and SKIPDATA have dashes for most.</remarks>
internal sealed class FlowLogFormat() : LogFormat(
    "vpc-flow",
    "Amazon VPC flow logs in the default format",
    "2 123456789012 eni-0a1b2c3d4e5f67890 192.0.2.7 198.51.100.9 51210 443 6 20 4249 1737702030 1737702090 ACCEPT OK")
{
    private const int Start = 10;

    /// <summary>The columns of the default format, which need not be named.</summary>
    public static readonly string[] Columns =
        ["version", "account-id", "interface-id", "srcaddr", "dstaddr", "srcport", "dstport", "protocol", "packets", "bytes", "start", "end", "action", "log-status"];

    private static readonly byte[][] Names = [.. Columns.Select(System.Text.Encoding.ASCII.GetBytes)];

    private static readonly WordTable<bool> Statuses = new((true, "OK NODATA SKIPDATA"));

    /// <inheritdoc/>
    internal override ContinuationRule Continuation => ContinuationRule.None;

    /// <inheritdoc/>
    internal override string FirstBytes => "2";

    /// <inheritdoc/>
    internal override bool NamesFields => true;

    /// <inheritdoc/>
    internal override bool ReadFields(ReadOnlySpan<byte> line, in LineFields fields, FieldSink sink)
    {
        var words = new WordReader(line, 0);
        foreach (byte[] name in Names)
        {
            sink.AddKnown(name, words.Next().Of(line));
        }

        return true;
    }

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        if (line.Length < 2 || line[1] != ' ')
        {
            return false;
        }

        var words = new WordReader(line, 1);
        bool isAccount = IsAccount(words.Next().Of(line));
        ByteRange card = words.Next();
        if (!isAccount || !card.Of(line).StartsWith("eni-"u8))
        {
            return false;
        }

        fields = default;
        fields.Client = WithoutDash(line, words.Next());
        for (int field = 4; field < Start; field++)
        {
            fields.Bytes = WithoutDash(line, words.Next());
        }

        fields.Timestamp = words.Next();
        ByteRange end = words.Next();
        ByteRange action = words.Next();
        fields.HasLevel = true;
        fields.Level = LogLevel.Information;
        fields.Message = ByteRange.Between(card.Start, line.Length);
        return EpochTimestamp.TryRead(fields.Timestamp.Of(line), out _) && DigitReader.IsNumber(end.Of(line)) && !action.IsEmpty && Statuses.Contains(words.Next().Of(line));
    }

    /// <summary>Twelve digits; where the account is not known, a word says so.</summary>
    private static bool IsAccount(ReadOnlySpan<byte> word) => (word.Length == 12 && DigitReader.IsNumber(word)) || word.SequenceEqual("unknown"u8);

    private static ByteRange WithoutDash(ReadOnlySpan<byte> line, ByteRange value) => value.Of(line) is [(byte)'-'] ? default : value;
}
