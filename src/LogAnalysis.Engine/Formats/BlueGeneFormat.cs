using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Formats;

/// <summary>
/// The event log of IBM's Blue Gene: an alert tag or a dash, seconds since 1970, date, node, precise time, node, event type,
/// component, level, message.
/// </summary>
/// <remarks>Source: Oliner and Stearley, "What Supercomputers Say", DSN 2007; the data set BGL.</remarks>
internal sealed class BlueGeneFormat() : LogFormat(
    "bgl",
    "IBM Blue Gene event log",
    "- 1117838570 2005.06.03 R02-M1-N0 2005-06-03-15.42.50.675872 R02-M1-N0 RAS KERNEL FATAL data storage interrupt")
{
    private const int LevelField = 8;

    /// <inheritdoc/>
    internal override ContinuationRule Continuation => ContinuationRule.IndentedLines;

    /// <inheritdoc/>
    internal override string FirstBytes => FirstByte.Capitals + "-";

    /// <inheritdoc/>
    internal override string NeededMarks => ".";

    /// <inheritdoc/>
    internal override bool MayBegin(LineBeginning beginning) => beginning == LineBeginning.Other;

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        fields = default;
        int start = 0;
        for (int field = 0; field <= LevelField; field++)
        {
            int length = line[start..].IndexOf((byte)' ');
            int end = length < 0 ? line.Length : start + length;
            ReadOnlySpan<byte> text = line[start..end];
            switch (field)
            {
                case 1 when DigitReader.CountLeading(text) == text.Length && text.Length is 9 or 10:
                    fields.Timestamp = new ByteRange(start, text.Length);
                    break;
                case 2 when text.Length == 10 && text[4] == '.' && text[7] == '.':
                    break;
                case 1 or 2:
                    return false;
                case LevelField:
                    fields.HasLevel = LevelNames.TryParseCapitals(text, out fields.Level);
                    break;
            }

            if (length < 0 && field < LevelField)
            {
                return false;
            }

            start = Math.Min(end + 1, line.Length);
        }

        fields.Message = ByteRange.Between(start, line.Length);
        return fields.HasLevel;
    }
}
