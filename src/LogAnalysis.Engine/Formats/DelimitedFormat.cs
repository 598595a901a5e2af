using System.Buffers;
using LogAnalysis.Fields;
using LogAnalysis.Model;

namespace LogAnalysis.Formats;

/// <summary>
/// Tables with a header row that names a level or a status, or a time and a message: comma, semicolon, tab or bar between the columns.
/// </summary>
/// <remarks>Source: RFC 4180; the exports of Windows' Event Viewer, of <c>Get-WinEvent</c> and <c>Get-EventLog</c>.</remarks>
internal sealed class DelimitedFormat() : TabularFormat(
    "csv",
    "CSV and TSV whose header row names a level or status, or time and message; exports of Windows' events",
    """2025-01-24 07:00:30,Error,Orders,"could not reach the database, giving up" """)
{
    /// <summary>The format, for what knows the columns.</summary>
    public static readonly DelimitedFormat Instance = new();

    /// <summary>Commas between columns that are known without being declared.</summary>
    public static readonly ColumnLayout Commas = new(Instance, [], (byte)',', isQuoted: true);

    private const int MinColumns = 2;
    private const int MaxNameLength = 40;

    private static readonly SearchValues<byte> NameBytes = SearchValues.Create(
        [.. "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-.@$#()[]/' \""u8, .. Enumerable.Range(0x80, 0x80).Select(other => (byte)other)]);

    /// <inheritdoc/>
    internal override bool TakesOtherMessages => true;

    /// <inheritdoc/>
    internal override FieldKind KindOf(string name)
    {
        // In a table, a column of that name with numbers of three digits holds HTTP statuses.
        FieldKind kind = ColumnNames.Find(name);
        return kind == FieldKind.Status ? FieldKind.HttpStatus : kind;
    }

    /// <summary>Rows without a level may hold lines that a collector took.</summary>
    internal override bool MayCarry(ReadOnlySpan<byte> line, in LineFields fields) => !fields.HasLevel;

    /// <inheritdoc/>
    internal override void Refine(ReadOnlySpan<byte> line, ColumnLayout layout, ref LineFields fields) => fields.DoublesQuotes = true;

    /// <summary>
    /// Whether a line is neither header nor row: what tells a spreadsheet what separates, or a rule between header and rows.
    /// </summary>
    public static bool IsAside(ReadOnlySpan<byte> line) =>
        (line.Length == "sep=,".Length && line.StartsWith("sep="u8)) || (line.StartsWith("--"u8) && !line.ContainsAnyExcept("-+| \t"u8));

    /// <summary>What separates the columns of a line that consists of names; 0 if it is no header.</summary>
    public static byte FindSeparator(ReadOnlySpan<byte> line)
    {
        int name = line.IndexOfAnyExcept(NameBytes);
        byte separator = name >= 0 ? line[name] : (byte)0;
        if (separator is not ((byte)',' or (byte)';' or (byte)'\t' or (byte)'|') || line.Count(separator) < MinColumns - 1)
        {
            return 0;
        }

        for (int start = 0; start <= line.Length;)
        {
            int length = line[start..].IndexOf(separator);
            int end = length < 0 ? line.Length : start + length;
            // An index before the first column has no name, nor has what is behind a last separator.
            ReadOnlySpan<byte> cell = line[start..end].Trim(" \""u8);
            if (!IsName(cell) && !(cell.IsEmpty && (start == 0 || end == line.Length)))
            {
                return 0;
            }

            start = end + 1;
        }

        return separator;
    }

    private static bool IsName(ReadOnlySpan<byte> cell) =>
        !cell.IsEmpty && cell.Length <= MaxNameLength && !cell.ContainsAnyExcept(NameBytes)
        && (char.IsAsciiLetter((char)cell[0]) || cell[0] is (byte)'@' or (byte)'_' or >= 0x80);
}
