using System.Buffers.Text;
using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Formats;

/// <summary>IBM's Log Event Extended Format, in which security products tell QRadar of events, mostly by syslog.</summary>
/// <remarks>
/// Source: IBM QRadar, "LEEF event components", "Predefined LEEF event attributes": attributes are between tabs, or from version 2 on between what
/// the header says, as a character or its number.
/// </remarks>
internal sealed class LeefFormat() : LogFormat(
    "leef",
    "Log Event Extended Format (LEEF) of security products",
    "LEEF:1.0|Example|Gate|1.0|login failed|devTime=Jan 24 2025 07:00:30\tsev=7\tsrc=192.0.2.7\tmsg=the password is wrong")
{
    /// <summary>Vendor, product and version are before the event's identifier.</summary>
    private const int FieldsBeforeName = 3;

    /// <inheritdoc/>
    internal override ContinuationRule Continuation => ContinuationRule.None;

    /// <inheritdoc/>
    internal override string FirstBytes => "L";

    /// <inheritdoc/>
    internal override string NeededMarks => ":";

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        var header = new BarredHeader(line);
        if (!header.TryBegin("LEEF:"u8, FieldsBeforeName) || !header.TryRead(out ByteRange name))
        {
            return false;
        }

        fields = default;
        var found = new SecurityEvent(line, ref fields);
        byte delimiter = ReadDelimiter(line, ref header);
        ReadAttributes(line, header.Position, delimiter, ref found);
        found.Complete(name);
        return true;
    }

    /// <summary>The byte between attributes.</summary>
    private static byte ReadDelimiter(ReadOnlySpan<byte> line, ref BarredHeader header)
    {
        const byte Tab = (byte)'\t';
        BarredHeader ahead = header;
        if (!ahead.TryRead(out ByteRange field) || field.Length > "0x5E".Length || line.Slice(field.Start, field.Length).Contains((byte)'='))
        {
            return Tab;
        }

        header = ahead;
        ReadOnlySpan<byte> text = field.Of(line);
        int mark = text.IndexOf((byte)'x') + 1;
        return mark > 0 && Utf8Parser.TryParse(text[mark..], out byte code, out int length, 'x') && mark + length == text.Length ? code
            : text.Length == 1 ? text[0]
            : Tab;
    }

    private static void ReadAttributes(ReadOnlySpan<byte> line, int start, byte delimiter, ref SecurityEvent found)
    {
        while (start < line.Length)
        {
            int length = line[start..].IndexOf(delimiter);
            int end = length < 0 ? line.Length : start + length;
            int equals = line[start..end].IndexOf((byte)'=');
            if (equals > 0)
            {
                found.Take(line.Slice(start, equals), ByteRange.Between(start + equals + 1, end));
            }

            start = end + 1;
        }
    }
}
