using System.Buffers;
using LogAnalysis.Text;

namespace LogAnalysis.Fields;

/// <summary>The lines with which a W3C extended log speaks of itself: <c>#Version: 1.0</c>.</summary>
internal static class W3cDirective
{
    private const int MaxNameLength = 30;

    private static readonly WordTable<bool> Names = new((true, "version fields software start-date end-date date remark gmt-offset log-type"));

    private static readonly SearchValues<byte> NameBytes = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789- "u8);

    /// <summary>Whether a line is one.</summary>
    public static bool Matches(ReadOnlySpan<byte> line) => FindColon(line) is > 1 and int colon && Names.Contains(line[1..colon]);

    /// <summary>Whether a line is like one, whatever its name: <c>#Time Format: Local</c>.</summary>
    public static bool HasShape(ReadOnlySpan<byte> line) =>
        FindColon(line) is > 1 and <= MaxNameLength and int colon && char.IsAsciiLetter((char)line[1]) && !line[1..colon].ContainsAnyExcept(NameBytes);

    /// <summary>Finds the value of a directive, if it has that name.</summary>
    public static bool TryReadValue(ReadOnlySpan<byte> line, ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        int colon = FindColon(line);
        bool isNamed = colon > 1 && line[1..colon].SequenceEqual(name);
        value = isNamed ? line[(colon + 1)..].Trim((byte)' ') : default;
        return isNamed;
    }

    private static int FindColon(ReadOnlySpan<byte> line) => line is [(byte)'#', ..] ? line.IndexOf((byte)':') : -1;
}
