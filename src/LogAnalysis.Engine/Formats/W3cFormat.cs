using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Formats;

/// <summary>The W3C Extended Log File Format, as IIS writes it: its lines mean what the last <c>#Fields</c> line above them says.</summary>
/// <remarks>Source: W3C working draft WD-logfile-960323. Its dates and times are UTC.</remarks>
internal sealed class W3cFormat() : TabularFormat(
    "w3c",
    "W3C extended log: IIS, HTTP.sys, CloudFront and whatever has a #Fields line",
    "2025-01-24 07:00:30 198.51.100.5 GET /img/logo.png - 443 - 192.0.2.7 curl/8.5.0 - 200 0 0 15")
{
    /// <summary>The format, for what knows the columns.</summary>
    public static readonly W3cFormat Instance = new();

    /// <inheritdoc/>
    internal override ContinuationRule Continuation => ContinuationRule.None;

    /// <inheritdoc/>
    internal override void Refine(ReadOnlySpan<byte> line, ColumnLayout layout, ref LineFields fields)
    {
        fields.IsUtc = !layout.IsLocal;

        // FTP servers write so too: [2]USER is no method, and its status not one of HTTP's.
        bool isHttp = fields.Method.Of(line).IndexOfAnyExcept(LetterBytes.All) < 0;
        fields.Status = isHttp ? fields.Status : (short)0;
        fields.HasLevel = fields.Status == 0;
        fields.Level = LogLevel.Information;
    }
}
