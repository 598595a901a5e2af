using System.Text;
using LogAnalysis.Fields;
using LogAnalysis.Formats;
using LogAnalysis.Model;

namespace LogAnalysis.Parsing;

/// <summary>Reads the lines with which logs declare their columns.</summary>
internal static class ColumnDeclaration
{
    /// <summary>Reads the directive of a W3C extended log or of a Zeek log; null for any other line.</summary>
    public static ColumnLayout? ReadDirective(ReadOnlySpan<byte> line)
    {
        if (line.StartsWith("#Fields:"u8))
        {
            string text = Encoding.UTF8.GetString(line["#Fields:".Length..]).Trim();
            char separator = text.Contains('\t', StringComparison.Ordinal) ? '\t' : ' ';
            return Split(W3cFormat.Instance, text, separator, separator == ' ' ? ' ' : '\t');
        }

        if (!line.StartsWith("#fields\t"u8))
        {
            return null;
        }

        return Split(ZeekFormat.Instance, Encoding.UTF8.GetString(line["#fields\t".Length..]), '\t', '\t');
    }

    /// <summary>Reads the header row of a table; null for a line that is none.</summary>
    public static ColumnLayout? ReadHeader(ReadOnlySpan<byte> line)
    {
        byte separator = DelimitedFormat.FindSeparator(line);
        if (separator == 0)
        {
            return null;
        }

        string[] names = Encoding.UTF8.GetString(line).Split((char)separator);
        var layout = new ColumnLayout(DelimitedFormat.Instance, names, separator, isQuoted: true);
        bool decides = layout.Has(FieldKind.Level) || layout.Has(FieldKind.HttpStatus);
        return decides && layout.KnownColumns > 1 ? layout : null;
    }

    private static ColumnLayout Split(TabularFormat format, string names, char separator, char column) =>
        new(format, names.Split(separator, StringSplitOptions.RemoveEmptyEntries), (byte)column, isQuoted: false);
}
