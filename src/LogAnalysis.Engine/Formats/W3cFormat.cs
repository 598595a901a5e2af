using LogAnalysis.Fields;
using LogAnalysis.Model;

namespace LogAnalysis.Formats;

/// <summary>The W3C Extended Log File Format, as IIS writes it: its lines mean what the last <c>#Fields</c> line above them says.</summary>
/// <remarks>
/// Source: W3C working draft WD-logfile-960323; Microsoft's documentation of the logs of IIS, HTTP.sys, Windows Firewall and Exchange Server, which
/// separates with commas, and describes connections in words. Dates and times are UTC where the log does not say that they are local.
/// </remarks>
internal sealed class W3cFormat() : TabularFormat(
    "w3c",
    "W3C extended log, and whatever has a #Fields line: IIS, HTTP.sys, CloudFront, Tomcat, Exchange, Windows Firewall",
    "2025-01-24 07:00:30 198.51.100.5 GET /img/logo.png - 443 - 192.0.2.7 curl/8.5.0 - 200 0 0 15")
{
    /// <summary>The format, for what knows the columns.</summary>
    public static readonly W3cFormat Instance = new();

    /// <summary>Elsewhere these are a URL, a message and a size. Here they are a direction, a step of a protocol, and the size of a packet.</summary>
    private static readonly string[] OtherMeanings = ["path", "event", "size"];

    /// <inheritdoc/>
    internal override ContinuationRule Continuation => ContinuationRule.None;

    /// <inheritdoc/>
    internal override FieldKind KindOf(string name) => name == "description" ? FieldKind.Message : OtherMeanings.Contains(name) ? FieldKind.None : ColumnNames.Find(name);

    /// <inheritdoc/>
    internal override void Refine(ReadOnlySpan<byte> line, ColumnLayout layout, ref LineFields fields)
    {
        fields.IsUtc = !layout.IsLocal;
        fields.DoublesQuotes = layout.IsQuoted;
        if (OtherProtocols.HasVerb(fields.Method.Of(line)))
        {
            fields.Status = 0;
        }

        if (!fields.HasLevel && fields.Status == 0)
        {
            fields.HasLevel = true;
            fields.Level = !fields.Message.IsEmpty && ErrorKeywords.Occur(fields.Message.Of(line)) ? LogLevel.Error : LogLevel.Information;
        }
    }
}
