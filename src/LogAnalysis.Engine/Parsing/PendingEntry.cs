using LogAnalysis.Fields;
using LogAnalysis.Formats;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Parsing;

/// <summary>
/// The beginning of an entry whose first line does not have its level. It is kept, with the lines after it, until one of them has,
/// or it is clear that none will.
/// </summary>
internal sealed class PendingEntry
{
    /// <summary>No header has more lines than this.</summary>
    private const int MaxHeaderLines = 24;

    private readonly List<PendingLine> _lines = [];
    private readonly LogFormat _format;
    private bool _messageIsNext;

    /// <param name="first">The first line.</param>
    /// <param name="format">Its format.</param>
    public PendingEntry(PendingLine first, LogFormat format)
    {
        _format = format;
        _lines.Add(first);
        Level = LevelRules.Decide(first.Plain, first.Fields);
    }

    /// <summary>The level, as far as it is known.</summary>
    public LogLevel Level { get; private set; }

    /// <summary>The lines so far.</summary>
    public IReadOnlyList<PendingLine> Lines => _lines;

    /// <summary>Whether nothing more is needed.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Takes the next line, if it belongs to the header.</summary>
    public bool TryAdd(ReadOnlySpan<byte> text, ReadOnlySpan<byte> plain, in LinePosition place) =>
        _format == WindowsEventFormat.Instance ? TryAddField(text, plain, in place)
        : _format == SetupApiFormat.Instance ? TryAddFrame(text, plain, in place)
        : TryAddLevel(text, plain, in place);

    /// <summary>The second line of a section's head has its time, that of its foot its level.</summary>
    private bool TryAddFrame(ReadOnlySpan<byte> text, ReadOnlySpan<byte> plain, in LinePosition place)
    {
        bool isHead = _lines[0].Fields.Timestamp.IsEmpty;
        if (isHead && SetupApiFormat.TryReadStart(plain, out ReadOnlySpan<byte> time))
        {
            _lines[0] = _lines[0].WithTime(time);
        }
        else if (!isHead && SetupApiFormat.TryReadStatus(plain, out LogLevel level))
        {
            Level = level;
        }
        else
        {
            return false;
        }

        IsComplete = true;
        _lines.Add(new PendingLine(text, plain, default, in place));
        return true;
    }

    private bool TryAddLevel(ReadOnlySpan<byte> text, ReadOnlySpan<byte> plain, in LinePosition place)
    {
        LineFields fields = default;
        if (plain.IsEmpty || !JavaLoggingLevel.TryRead(plain, ref fields))
        {
            return false;
        }

        Level = fields.Level;
        IsComplete = true;
        _lines.Add(new PendingLine(text, plain, in fields, in place));
        return true;
    }

    private bool TryAddField(ReadOnlySpan<byte> text, ReadOnlySpan<byte> plain, in LinePosition place)
    {
        LineFields fields = default;
        bool beginsAnother = _lines.Count > 1 && !plain.IsEmpty && WindowsEventFormat.Instance.TryParse(plain, ref fields);
        if (_lines.Count == MaxHeaderLines || beginsAnother)
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
            _lines[0] = _lines[0].WithTime(date);
        }

        _messageIsNext |= WindowsEventFormat.TryReadValue(plain, "Description"u8, out _);
        _lines.Add(new PendingLine(text, plain, in fields, in place));
        return true;
    }
}
