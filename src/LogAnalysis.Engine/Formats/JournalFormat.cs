using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Formats;

/// <summary>
/// systemd's journal with all fields of an entry, one a line: <c>journalctl -o export</c>, where a blank line ends it, and <c>journalctl -o verbose</c>,
/// which indents them below a line with the time and the cursor.
/// </summary>
/// <remarks>
/// Source: systemd, "Journal Export Format": the first field is the cursor; a value that is no plain text has its length in eight bytes on the line below
/// its name. systemd.journal-fields(7): priorities are those of syslog, times microseconds.
/// </remarks>
internal sealed class JournalFormat() : BlockFormat(
    "journal",
    "systemd's journal with all fields (journalctl -o export, -o verbose)",
    "Fri 2025-01-24 07:00:30.139632 UTC [s=5f1c8e0a;i=1a2;b=9d3f;m=4f21;t=62c66f8a;x=77b0]")
{
    private const int WeekdayLength = 4;

    private static readonly WordTable<FieldKind> Kinds = new(
        (FieldKind.SyslogSeverity, "PRIORITY"),
        (FieldKind.Timestamp, "__REALTIME_TIMESTAMP"),
        (FieldKind.Message, "MESSAGE"));

    /// <inheritdoc/>
    internal override string FirstBytes => "_MTWFS";

    /// <inheritdoc/>
    internal override string NeededMarks => "=";

    /// <inheritdoc/>
    internal override bool MayBegin(LineBeginning beginning) => beginning != LineBeginning.Prose;

    /// <inheritdoc/>
    internal override bool BeginsLikeApplication => true;

    private static ReadOnlySpan<byte> Cursor => "__CURSOR=s="u8;

    private static ReadOnlySpan<byte> CursorBehindTime => " [s="u8;

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        if (line[0] == '_')
        {
            return line.StartsWith(Cursor) && Begin(line, default, ref fields);
        }

        return FindCursor(line) is > 0 and int cursor && Begin(line, new ByteRange(0, cursor), ref fields);
    }

    /// <inheritdoc/>
    internal override bool GoesOn(ReadOnlySpan<byte> line, bool afterBlank) =>
        line.IsEmpty || line[0] == ' ' || (!afterBlank && !line.StartsWith(Cursor) && FindCursor(line) == 0);

    /// <inheritdoc/>
    internal override bool IsEnd(ReadOnlySpan<byte> line) => line.IsEmpty;

    /// <inheritdoc/>
    internal override bool TryReadPair(ReadOnlySpan<byte> line, out ByteRange name, out ByteRange value)
    {
        int start = line.IndexOfAnyExcept((byte)' ');
        int length = start is 0 or 4 ? CountNameBytes(line[start..]) : 0;
        int end = start + length;
        bool isPair = length > 0 && end < line.Length && line[end] == '=';
        bool isName = length > 0 && start == 0 && end == line.Length;
        name = isPair || isName ? new ByteRange(start, length) : default;
        value = ByteRange.Between(isPair ? end + 1 : line.Length, line.Length);
        return isPair || isName;
    }

    /// <inheritdoc/>
    internal override bool HasLength(ReadOnlySpan<byte> line) => line[0] != ' ' && !line.Contains((byte)'=');

    /// <inheritdoc/>
    private protected override FieldKind KindOf(ReadOnlySpan<byte> name) => Kinds.TryFind(name, out FieldKind kind) ? kind : FieldKind.None;

    /// <summary>Where the cursor is behind a time, with which an entry of the verbose form begins; 0 if there is none.</summary>
    private static int FindCursor(ReadOnlySpan<byte> line)
    {
        int cursor = line[^1] == ']' ? line.IndexOf(CursorBehindTime) : -1;
        return cursor > WeekdayLength && IsoTimestamp.Match(line[WeekdayLength..]) > 0 ? cursor : 0;
    }

    /// <summary>Names of fields are of capitals, digits and underscores.</summary>
    private static int CountNameBytes(ReadOnlySpan<byte> text)
    {
        int length = 0;
        while (length < text.Length && (text[length] is (byte)'_' or (>= (byte)'A' and <= (byte)'Z') || (length > 0 && char.IsAsciiDigit((char)text[length]))))
        {
            length++;
        }

        return length;
    }
}
