using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Formats;

/// <summary>The XML layouts of log4j 1 and 2, log4net and NLog: an <c>event</c> with its level among the attributes.</summary>
/// <remarks>
/// Source: Apache log4j 1.2, <c>XMLLayout</c>; log4j 2, <c>XmlLayout</c>; log4net, <c>XmlLayout</c> and <c>XmlLayoutSchemaLog4j</c>; NLog,
/// <c>Log4JXmlEventLayout</c>.
/// </remarks>
internal sealed class Log4jXmlFormat() : XmlFormat(
    "log4j-xml",
    "XML layouts of log4j, log4net and NLog",
    """<log4j:event logger="shop.Orders" timestamp="1737702030139" level="ERROR" thread="1"><log4j:message>could not reach the database</log4j:message></log4j:event>""")
{
    /// <inheritdoc/>
    private protected override bool IsEntry(ReadOnlySpan<byte> text, ReadOnlySpan<byte> name)
    {
        if (name.SequenceEqual("Event"u8))
        {
            return StartTag(text).IndexOf("logging.apache.org"u8) > 0;
        }

        return XmlTag.Local(name).SequenceEqual("event"u8) && (name.Length > "event".Length || StartTag(text).IndexOf(" level="u8) > 0);
    }

    /// <inheritdoc/>
    private protected override void Take(ReadOnlySpan<byte> line, in XmlElements element, ref LineFields fields)
    {
        ReadOnlySpan<byte> name = element.Name.Of(line);
        if (element.Depth == 0)
        {
            TakeLevel(XmlTag.FindAttribute(line, element.Attributes, "level"u8).Of(line), ref fields);
            ByteRange time = XmlTag.FindAttribute(line, element.Attributes, "timestamp"u8).Or(XmlTag.FindAttribute(line, element.Attributes, "timeMillis"u8));
            fields.Nanoseconds = time.IsEmpty ? fields.Nanoseconds : default;
            fields.Timestamp = time.Or(fields.Timestamp);
        }
        else if (element.Depth == 1 && (name.SequenceEqual("message"u8) || name.SequenceEqual("Message"u8)))
        {
            fields.Message = element.Inside;
        }
        else if (element.Depth == 1 && name.SequenceEqual("Instant"u8))
        {
            fields.Timestamp = XmlTag.FindAttribute(line, element.Attributes, "epochSecond"u8);
            fields.Nanoseconds = XmlTag.FindAttribute(line, element.Attributes, "nanoOfSecond"u8);
        }
    }

    private static ReadOnlySpan<byte> StartTag(ReadOnlySpan<byte> text)
    {
        int end = text.IndexOf((byte)'>');
        return end < 0 ? text : text[..end];
    }
}
