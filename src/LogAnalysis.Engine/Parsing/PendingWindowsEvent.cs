using LogAnalysis.Fields;
using LogAnalysis.Formats;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Parsing;

/// <summary>An event of Windows as text: its lines have a name and a value each, and the description ends the header.</summary>
internal sealed class PendingWindowsEvent(KeptLines lines, in LineFields first) : PendingHeader(lines, in first)
{
    /// <summary>No header has more lines than this.</summary>
    private const int MaxLines = 24;

    private bool _messageIsNext;

    /// <inheritdoc/>
    public override bool TryAdd(ReadOnlySpan<byte> text, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> time, in LinePosition place)
    {
        LineFields fields = default;
        bool beginsAnother = Lines.Count > 1 && !plain.IsEmpty && WindowsEventFormat.Instance.TryParse(plain, ref fields);

        // Markup is no name with a value. Where a log is followed, the lines before it may have been passed on already, and its elements are read.
        bool isMarkup = !_messageIsNext && plain.TrimStart(" \t"u8) is [(byte)'<', ..];
        if (Lines.Count == MaxLines || beginsAnother || isMarkup)
        {
            return false;
        }

        fields = default;
        if (_messageIsNext)
        {
            int blanks = plain.IndexOfAnyExcept(" \t"u8);
            fields.CompletesEntry = blanks >= 0;
            fields.Message = blanks < 0 ? default : ByteRange.Between(blanks, plain.Length);
            IsComplete = blanks >= 0;
        }
        else if (WindowsEventFormat.TryReadValue(plain, "Level"u8, out ReadOnlySpan<byte> level))
        {
            Level = LevelNames.TryParse(level, out LogLevel known) ? known : LogLevel.Unknown;
        }
        else if (WindowsEventFormat.TryReadValue(plain, "Date"u8, out ReadOnlySpan<byte> date))
        {
            Take(FieldKind.Timestamp, date);
        }

        _messageIsNext |= WindowsEventFormat.TryReadValue(plain, "Description"u8, out _);
        Add(text, plain, time, in fields, in place);
        return true;
    }
}
