using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Formats;

/// <summary>
/// Events of Windows as XML: what the Event Viewer saves, <c>wevtutil query-events</c> and <c>EventLogRecord.ToXml</c> write; and those that .NET's
/// <c>XmlWriterTraceListener</c> writes for the Service Trace Viewer.
/// </summary>
/// <remarks>Source: Windows, "Event Schema", <c>SystemPropertiesType</c> and <c>LevelType</c>; .NET Framework, <c>XmlWriterTraceListener</c>.</remarks>
internal sealed class WindowsEventXmlFormat() : XmlFormat(
    "windows-event-xml",
    "Windows events as XML (Event Viewer, wevtutil), and traces of .NET's XmlWriterTraceListener",
    """<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System><Provider Name="Shop"/><EventID>1000</EventID><Level>2</Level><TimeCreated SystemTime="2025-01-24T07:00:30.139Z"/></System><EventData><Data>could not reach the database</Data></EventData></Event>""")
{
    /// <inheritdoc/>
    private protected override bool IsEntry(ReadOnlySpan<byte> text, ReadOnlySpan<byte> name)
    {
        int end = text.IndexOf((byte)'>');
        return name.SequenceEqual("E2ETraceEvent"u8)
            || (name.SequenceEqual("Event"u8) && !text.StartsWith(NpsXmlFormat.Beginning) && (end < 0 ? text : text[..end]).IndexOf("logging.apache.org"u8) < 0);
    }

    /// <inheritdoc/>
    private protected override void Take(ReadOnlySpan<byte> line, in XmlElements element, ref LineFields fields)
    {
        ReadOnlySpan<byte> name = element.Name.Of(line);
        ReadOnlySpan<byte> parent = element.Parent.Of(line);
        if (element.Depth == 1 && !element.Inside.IsEmpty && (name.SequenceEqual("EventData"u8) || name.SequenceEqual("UserData"u8) || name.SequenceEqual("ApplicationData"u8)))
        {
            fields.Message = fields.Message.Or(element.Inside);
        }
        else if (element.Depth == 2 && parent.SequenceEqual("System"u8))
        {
            TakeSystem(line, name, in element, ref fields);
        }
        else if (element.Depth == 2 && parent.SequenceEqual("RenderingInfo"u8))
        {
            TakeRendered(line, name, element.Inside, ref fields);
        }
    }

    private static void TakeSystem(ReadOnlySpan<byte> line, ReadOnlySpan<byte> name, in XmlElements element, ref LineFields fields)
    {
        if (name.SequenceEqual("Level"u8) && !fields.HasLevel)
        {
            fields.HasLevel = element.Inside.Length == 1;
            fields.Level = fields.HasLevel ? LevelOf(line[element.Inside.Start]) : LogLevel.Unknown;
        }
        else if (name.SequenceEqual("TimeCreated"u8))
        {
            fields.Timestamp = XmlTag.FindAttribute(line, element.Attributes, "SystemTime"u8);
        }
        else if (name.SequenceEqual("SubType"u8))
        {
            // Beside levels, there are the beginnings and ends of activities.
            fields.HasLevel = true;
            fields.Level = LevelNames.TryParse(XmlTag.FindAttribute(line, element.Attributes, "Name"u8).Of(line), out LogLevel level) ? level : LogLevel.Information;
        }
    }

    /// <summary>What Windows has made of the event in its language.</summary>
    private static void TakeRendered(ReadOnlySpan<byte> line, ReadOnlySpan<byte> name, ByteRange inside, ref LineFields fields)
    {
        if (name.SequenceEqual("Message"u8))
        {
            fields.Message = inside.Or(fields.Message);
        }
        else if (name.SequenceEqual("Level"u8) && !fields.HasLevel)
        {
            TakeLevel(inside.Of(line), ref fields);
        }
    }

    /// <summary>Level 0 is that of events that are always logged.</summary>
    private static LogLevel LevelOf(byte digit) => digit switch
    {
        (byte)'1' => LogLevel.Critical,
        (byte)'2' => LogLevel.Error,
        (byte)'3' => LogLevel.Warning,
        (byte)'5' => LogLevel.Trace,
        _ => LogLevel.Information,
    };
}
