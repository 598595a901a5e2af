using System.Buffers;
using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Formats;

/// <summary>Text that names what it says, with colons: <c>Level: INFO, Message: order placed</c>, <c>Time: ... | Severity: Error | Text: ...</c>.</summary>
/// <remarks>
/// No standard: layouts that are set up so, with commas, semicolons, bars or dashes between the pairs. The level that it names decides, whatever the message says.
/// </remarks>
internal sealed class LabelsFormat() : LogFormat(
    "labels",
    "Text that names its time, level and message, with colons behind the names",
    "Time: 2025-01-24 07:00:30, Level: ERROR, Message: could not reach the database")
{
    private const int MaxNameLength = 24;
    private const int MaxPairs = 16;

    private static readonly SearchValues<byte> Marks = SearchValues.Create(",;|-"u8);

    private static readonly SearchValues<byte> NameBytes = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_"u8);

    /// <summary>What holds the message where a table has such a column.</summary>
    private static readonly WordTable<bool> OtherMessages = new((true, "text description details"));

    /// <inheritdoc/>
    internal override ContinuationRule Continuation => ContinuationRule.IndentedLines;

    /// <inheritdoc/>
    internal override string FirstBytes => "LlSsTtDdMm";

    /// <inheritdoc/>
    internal override string NeededMarks => ":";

    /// <inheritdoc/>
    internal override bool MayBegin(LineBeginning beginning) => beginning != LineBeginning.Prose;

    /// <inheritdoc/>
    internal override bool NamesFields => true;

    /// <inheritdoc/>
    internal override bool ReadFields(ReadOnlySpan<byte> line, in LineFields fields, FieldSink sink)
    {
        int at = 0;
        bool hasLevel = false;
        for (int pair = 0; pair < MaxPairs && TryReadPair(line, ref at, hasLevel, out ByteRange name, out ByteRange value); pair++)
        {
            hasLevel |= IsLevel(FieldNames.Find(name.Of(line)));
            sink.AddKnown(name.Of(line), value.Of(line));
        }

        return true;
    }

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        FieldKind first = MatchName(line) is > 0 and int length ? FieldNames.Find(line[..length]) : FieldKind.None;
        if (first is not (FieldKind.Timestamp or FieldKind.Message) && !IsLevel(first))
        {
            return false;
        }

        fields = default;
        var keyed = new KeyedFields(line, ref fields);
        int at = 0;
        int pairs = 0;
        bool hasLevel = false;
        for (; pairs < MaxPairs && TryReadPair(line, ref at, hasLevel, out ByteRange name, out ByteRange value); pairs++)
        {
            FieldKind kind = KindOf(name.Of(line));
            bool isLevel = IsLevel(kind);
            if (isLevel && !hasLevel && !LevelNames.TryParse(value.Of(line), out _))
            {
                return false;
            }

            hasLevel |= isLevel;
            keyed.Take(kind, value, isText: true);
        }

        keyed.Complete();
        return hasLevel && pairs > 1;
    }

    private static FieldKind KindOf(ReadOnlySpan<byte> name) => OtherMessages.Contains(name) ? FieldKind.Message : FieldNames.Find(name);

    private static bool IsLevel(FieldKind kind) => kind is FieldKind.Level or FieldKind.Severity;

    /// <summary>Reads a pair. The message goes up to the end of the line, unless the level is behind it.</summary>
    private static bool TryReadPair(ReadOnlySpan<byte> line, ref int at, bool hasLevel, out ByteRange name, out ByteRange value)
    {
        int length = at < line.Length ? MatchName(line[at..]) : 0;
        name = new ByteRange(at, length);
        value = default;
        if (length == 0)
        {
            return false;
        }

        int start = at + length + 1;
        bool isLast = hasLevel && KindOf(name.Of(line)) == FieldKind.Message;
        int end = isLast ? line.Length : FindEnd(line, start, out at);
        at = isLast ? line.Length : at;
        int blanks = line[start..end].IndexOfAnyExcept(" \t"u8);
        value = blanks < 0 ? default : new ByteRange(start + blanks, line[(start + blanks)..end].TrimEnd(" \t"u8).Length);
        return true;
    }

    /// <summary>Where a value ends: before a mark that has another name behind it.</summary>
    private static int FindEnd(ReadOnlySpan<byte> line, int start, out int next)
    {
        int at = start;
        for (int mark = line[at..].IndexOfAny(Marks); mark >= 0; mark = line[at..].IndexOfAny(Marks))
        {
            int end = at + mark;
            next = end + 1;
            while (next < line.Length && line[next] is (byte)' ' or (byte)'\t')
            {
                next++;
            }

            if (next > end + 1 && next < line.Length && MatchName(line[next..]) > 0)
            {
                return end;
            }

            at = end + 1;
        }

        next = line.Length;
        return line.Length;
    }

    /// <summary>The length of a name with a colon and a space behind it; 0 if there is none.</summary>
    private static int MatchName(ReadOnlySpan<byte> text)
    {
        int length = text[..Math.Min(text.Length, MaxNameLength)].IndexOfAnyExcept(NameBytes);
        return length > 0 && char.IsAsciiLetter((char)text[0]) && text[length] == ':' && length + 1 < text.Length && text[length + 1] == ' ' ? length : 0;
    }
}
