using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Formats;

/// <summary>The XML that <c>java.util.logging</c> writes to files by default: a <c>record</c> with date, level and message.</summary>
/// <remarks>Source: Java SE, <c>java.util.logging.XMLFormatter</c>, and its document type <c>logger.dtd</c>.</remarks>
internal sealed class JavaXmlFormat() : XmlFormat(
    "java-xml",
    "java.util.logging as XML, the default of its files",
    "<record><date>2025-01-24T07:00:30.139Z</date><level>SEVERE</level><message>could not reach the database</message></record>")
{
    /// <inheritdoc/>
    private protected override bool IsEntry(ReadOnlySpan<byte> text, ReadOnlySpan<byte> name) => name.SequenceEqual("record"u8);

    /// <inheritdoc/>
    private protected override void Take(ReadOnlySpan<byte> line, in XmlElements element, ref LineFields fields)
    {
        ReadOnlySpan<byte> name = element.Name.Of(line);
        if (element.Depth != 1)
        {
            return;
        }

        // Older versions write the date without an offset, and behind it the milliseconds since 1970.
        if (name.SequenceEqual("date"u8) || (name.SequenceEqual("millis"u8) && !fields.Timestamp.Of(line).EndsWith("Z"u8)))
        {
            fields.Timestamp = element.Inside;
        }
        else if (name.SequenceEqual("level"u8))
        {
            TakeLevel(element.Inside.Of(line), ref fields);
        }
        else if (name.SequenceEqual("message"u8))
        {
            fields.Message = element.Inside;
        }
    }
}
