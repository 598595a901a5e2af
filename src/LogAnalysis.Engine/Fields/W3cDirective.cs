using LogAnalysis.Text;

namespace LogAnalysis.Fields;

/// <summary>The lines with which a W3C extended log speaks of itself: <c>#Version: 1.0</c>.</summary>
internal static class W3cDirective
{
    private static readonly WordTable<bool> Names = new((true, "version fields software start-date end-date date remark gmt-offset"));

    /// <summary>Whether a line is one.</summary>
    public static bool Matches(ReadOnlySpan<byte> line)
    {
        int colon = line.IndexOf((byte)':');
        return colon > 1 && line[0] == '#' && Names.Contains(line[1..colon]);
    }
}
