using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Fields;

/// <summary>
/// Whether a line with enough separators is a row of a table at all: the lines of a text in a cell may have as many.
/// </summary>
internal static class RowShape
{
    private const int MinTimeLength = 8;

    /// <summary>Whether a line can be a row, as far as its time and level tell.</summary>
    public static bool IsPlausible(ReadOnlySpan<byte> line, ColumnLayout layout, in LineFields fields) =>
        !layout.HasTime || IsKnown(in fields) || MayBeTime(fields.Date.Or(fields.Timestamp).Of(line));

    /// <summary>Whether a line is a row even where it would go on with a text that was not closed: all that decides is in its place.</summary>
    public static bool IsCertain(ReadOnlySpan<byte> line, ColumnLayout layout, in LineFields fields) =>
        !fields.IsUnfinished && (layout.HasTime || layout.HasLevel) && (!layout.HasLevel || IsKnown(in fields))
        && (!layout.HasTime || IsTime(fields.Date.Or(fields.Timestamp).Of(line)));

    /// <summary>Whether the row has its level and its time, as far as the table has columns for them.</summary>
    public static bool IsDecided(ColumnLayout layout, in LineFields fields) =>
        (!layout.HasLevel || fields.HasLevel || fields.Status != 0) && (!layout.HasTime || !fields.Date.Or(fields.Timestamp).IsEmpty);

    private static bool IsKnown(in LineFields fields) => (fields.HasLevel && fields.Level != LogLevel.Unknown) || fields.Status != 0;

    private static bool MayBeTime(ReadOnlySpan<byte> cell) =>
        !cell.IsEmpty && (char.IsAsciiDigit((char)cell[0]) || cell[0] == '[' || cell.ContainsAny("/-:"u8)) && cell.ContainsAnyInRange((byte)'0', (byte)'9');

    private static bool IsTime(ReadOnlySpan<byte> cell) =>
        cell.Length >= MinTimeLength && char.IsAsciiDigit((char)cell[0]) && (cell.ContainsAny("/-:"u8) || DigitReader.IsDecimal(cell));
}
