using System.Buffers;
using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Formats;

/// <summary>Labeled tab-separated values: a name, a colon and a value in each field, with tabs between them.</summary>
/// <remarks>Source: ltsv.org, "Labels for Web server's Log".</remarks>
internal sealed class LtsvFormat() : LogFormat(
    "ltsv",
    "LTSV: labeled tab-separated values",
    "time:24/Jan/2025:07:00:30 +0000\thost:192.0.2.7\treq:GET /orders HTTP/1.1\tstatus:503\tsize:512\treqtime:0.012")
{
    private const int MaxNameLength = 40;
    private const int MinFields = 3;

    private static readonly SearchValues<byte> NoNameBytes = SearchValues.Create(" /[]()=\""u8);

    private static readonly WordTable<FieldKind> Labels = new(
        (FieldKind.Client, "host"),
        (FieldKind.Request, "req"),
        (FieldKind.DurationSeconds, "reqtime apptime"),
        (FieldKind.DurationMicroseconds, "reqtime_microsec"));

    /// <inheritdoc/>
    internal override ContinuationRule Continuation => ContinuationRule.IndentedLines;

    /// <inheritdoc/>
    internal override string FirstBytes => FirstByte.Letters;

    /// <inheritdoc/>
    internal override string NeededMarks => "\t";

    /// <inheritdoc/>
    internal override bool MayBegin(LineBeginning beginning) => beginning != LineBeginning.Prose;

    /// <inheritdoc/>
    internal override bool NamesFields => true;

    /// <inheritdoc/>
    internal override bool ReadFields(ReadOnlySpan<byte> line, in LineFields fields, FieldSink sink)
    {
        var labels = new WordReader(line, 0, (byte)'\t');
        for (ByteRange field = labels.Next(); !field.IsEmpty; field = labels.Next())
        {
            int colon = Math.Max(0, field.Of(line).IndexOf((byte)':'));
            sink.AddKnown(field.Of(line)[..colon], field.Of(line)[(colon + 1)..]);
        }

        return true;
    }

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        if (!line.Contains((byte)'\t'))
        {
            return false;
        }

        fields = default;
        var keyed = new KeyedFields(line, ref fields);
        int count = 0;
        for (int start = 0; start < line.Length; count++)
        {
            int length = line[start..].IndexOf((byte)'\t');
            int end = length < 0 ? line.Length : start + length;
            int colon = line[start..end].IndexOf((byte)':');
            ReadOnlySpan<byte> name = line[start..(start + Math.Max(colon, 0))];
            if (!IsName(name))
            {
                return false;
            }

            ByteRange value = ByteRange.Between(start + colon + 1, end);
            if (!value.IsEmpty && value.Of(line) is not [(byte)'-'])
            {
                keyed.Take(Labels.TryFind(name, out FieldKind kind) ? kind : FieldNames.Find(name), value, isText: true);
            }

            start = end + 1;
        }

        keyed.Complete();
        return count >= MinFields && !fields.Timestamp.IsEmpty && (fields.HasLevel || fields.Status != 0 || !fields.Message.IsEmpty);
    }

    private static bool IsName(ReadOnlySpan<byte> name) =>
        !name.IsEmpty && name.Length <= MaxNameLength && char.IsAsciiLetter((char)name[0]) && !name.ContainsAny(NoNameBytes);
}
