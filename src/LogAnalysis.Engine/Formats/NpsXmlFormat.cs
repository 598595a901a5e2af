using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Formats;

/// <summary>Network Policy Server in its DTS-compliant format: an element an event, with the type of the data at each attribute.</summary>
/// <remarks>Source: Microsoft Learn, "Configure Network Policy Server Accounting", DTS Compliant; see <see cref="NpsFormat"/>.</remarks>
internal sealed class NpsXmlFormat() : XmlFormat(
    "nps-xml",
    "Network Policy Server (DTS compliant)",
    """<Event><Timestamp data_type="4">01/24/2025 07:00:30.139</Timestamp><Computer-Name data_type="1">WEB1</Computer-Name><Packet-Type data_type="0">3</Packet-Type><Reason-Code data_type="0">16</Reason-Code></Event>""")
{
    /// <summary>How such an event begins.</summary>
    internal static ReadOnlySpan<byte> Beginning => "<Event><Timestamp data_type="u8;

    /// <inheritdoc/>
    private protected override bool IsEntry(ReadOnlySpan<byte> text, ReadOnlySpan<byte> name) => text.StartsWith(Beginning);

    /// <inheritdoc/>
    private protected override void Take(ReadOnlySpan<byte> line, in XmlElements element, ref LineFields fields)
    {
        ReadOnlySpan<byte> name = element.Name.Of(line);
        if (name.SequenceEqual("Timestamp"u8))
        {
            fields.Timestamp = element.Inside;
        }
        else if (name.SequenceEqual("Packet-Type"u8))
        {
            fields.HasLevel = true;
            fields.Level = NpsFormat.LevelOf(element.Inside.Of(line));
        }
        else if (name.SequenceEqual("Client-IP-Address"u8))
        {
            fields.Client = element.Inside;
        }
    }
}
