using LogAnalysis.Fields;
using LogAnalysis.Model;

namespace LogAnalysis.Formats;

/// <summary>Zeek's logs, of which <c>http.log</c> has statuses: columns separated by tabs, named by the <c>#fields</c> line above them.</summary>
/// <remarks>Source: Zeek documentation, "Log Formats and Inspection".</remarks>
internal sealed class ZeekFormat() : TabularFormat(
    "zeek",
    "Zeek logs with a #fields line, such as http.log",
    "1737702030.139632\tCHhAvVGS1DHFjwGM9\t192.0.2.7\t51210\t198.51.100.5\t80\t1\tGET\twww.example.com\t/orders\t-\t1.1\tcurl/8.5.0\t0\t162\t503\tService Unavailable")
{
    /// <summary>The format, for what knows the columns.</summary>
    public static readonly ZeekFormat Instance = new();

    /// <inheritdoc/>
    internal override ContinuationRule Continuation => ContinuationRule.None;

    /// <inheritdoc/>
    internal override void Refine(ReadOnlySpan<byte> line, ColumnLayout layout, ref LineFields fields)
    {
        if (!fields.HasLevel && fields.Status == 0)
        {
            fields.HasLevel = true;
            fields.Level = LogLevel.Information;
        }
    }

    /// <summary>Whether a line speaks of the log itself.</summary>
    public static bool IsDirective(ReadOnlySpan<byte> line) =>
        line.StartsWith("#separator "u8) || line.StartsWith("#set_separator\t"u8) || line.StartsWith("#empty_field\t"u8)
        || line.StartsWith("#unset_field\t"u8) || line.StartsWith("#path\t"u8) || line.StartsWith("#open\t"u8)
        || line.StartsWith("#types\t"u8) || line.StartsWith("#close\t"u8);
}
