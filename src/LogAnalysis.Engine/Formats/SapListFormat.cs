using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Formats;

/// <summary>Logs and traces of SAP's Java server: fields with number signs between, of which the first five tell version, time, zone, severity and category.</summary>
/// <remarks>Source: SAP Help Portal, "Log Configuration", <c>ListFormatter</c>, version 2.0. The message is on further lines.</remarks>
internal sealed class SapListFormat() : LogFormat(
    "sap-java",
    "Logs and traces of SAP's Java server (defaultTrace, applications)",
    "#2.0#2025 01 24 07:00:30:139#+0100#Warning#com.example.Orders#")
{
    private static ReadOnlySpan<byte> Version => "#2.0#"u8;

    /// <inheritdoc/>
    internal override string FirstBytes => "#";

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        if (!line.StartsWith(Version))
        {
            return false;
        }

        var cells = new WordReader(line, Version.Length - 1, (byte)'#');
        ByteRange time = cells.Next();
        cells.Next();
        ByteRange severity = cells.Next();
        fields = default;
        fields.Timestamp = IsoTimestamp.Match(time.Of(line)) == time.Length ? time : default;
        fields.HasLevel = LevelNames.TryParse(severity.Of(line), out fields.Level);
        fields.Message = ByteRange.Between(Math.Min(severity.End + 1, line.Length), line.Length);
        return fields.HasLevel;
    }
}
