using System.Text;
using LogAnalysis.Fields;
using LogAnalysis.Formats;
using LogAnalysis.Model;

namespace LogAnalysis.Parsing;

/// <summary>Reads the lines with which logs declare their columns.</summary>
internal static class ColumnDeclaration
{
    private const int MinUndecidedColumns = 3;

    /// <summary>Reads the directive of a W3C extended log or of a Zeek log; null for any other line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="isLocal">Whether the log says that its times are local.</param>
    public static ColumnLayout? ReadDirective(ReadOnlySpan<byte> line, bool isLocal)
    {
        if (line.StartsWith("#Fields:"u8))
        {
            string text = Encoding.UTF8.GetString(line["#Fields:".Length..]).Trim();
            char separator = Array.Find([',', '\t'], text.Contains);
            separator = separator == default ? ' ' : separator;
            string[] names = text.Split(separator, StringSplitOptions.RemoveEmptyEntries);
            return new ColumnLayout(W3cFormat.Instance, names, (byte)separator, isQuoted: separator == ',') { IsLocal = isLocal || names.Contains("time-local") };
        }

        if (!line.StartsWith("#fields\t"u8))
        {
            return null;
        }

        string[] ofZeek = Encoding.UTF8.GetString(line["#fields\t".Length..]).Split('\t', StringSplitOptions.RemoveEmptyEntries);
        return new ColumnLayout(ZeekFormat.Instance, ofZeek, (byte)'\t', isQuoted: false);
    }

    /// <summary>Reads the header row of a table; null for a line that is none.</summary>
    /// <param name="line">The line.</param>
    /// <param name="isBelowLegend">Whether the legend of a log of Windows' DHCP server is above it: then it may be in any language.</param>
    public static ColumnLayout? ReadHeader(ReadOnlySpan<byte> line, bool isBelowLegend = false)
    {
        byte separator = DelimitedFormat.FindSeparator(line);
        if (separator == 0)
        {
            return PerformanceFormat.ReadHeader(line) ?? FlowTableFormat.ReadHeader(line);
        }

        string[] names = Encoding.UTF8.GetString(line).Split((char)separator);
        string[] plain = [.. names.Select(ColumnNames.Normalize)];
        if (DhcpFormat.Matches(plain) || (isBelowLegend && plain.Length >= DhcpFormat.MinColumns))
        {
            return new ColumnLayout(DhcpFormat.Instance, DhcpFormat.NameColumns(plain), separator, isQuoted: true);
        }

        if (separator == '\t' && SharePointFormat.Matches(plain))
        {
            return new ColumnLayout(SharePointFormat.Instance, names, separator, isQuoted: false);
        }

        var layout = new ColumnLayout(DelimitedFormat.Instance, names, separator, isQuoted: true);
        return IsTable(layout) ? layout : null;
    }

    /// <summary>Whether the columns tell a log from words with commas between them.</summary>
    private static bool IsTable(ColumnLayout layout)
    {
        bool decides = layout.HasLevel || layout.Has(FieldKind.HttpStatus) || (layout.HasTime && layout.Has(FieldKind.Message));
        return decides && layout.KnownColumns > 1 && (layout.Count >= MinUndecidedColumns || layout.KnownColumns == layout.Count);
    }
}
