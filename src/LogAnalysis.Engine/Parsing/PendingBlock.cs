using LogAnalysis.Fields;
using LogAnalysis.Formats;
using LogAnalysis.Model;

namespace LogAnalysis.Parsing;

/// <summary>The lines of a block, a name and a value each, up to its end.</summary>
internal sealed class PendingBlock(KeptLines lines, in LineFields first, BlockFormat format) : PendingHeader(lines, in first)
{
    private readonly LineFields _head = first;
    private LineFields _fields;
    private int _readLines;
    private bool _afterBlank;

    /// <inheritdoc/>
    public override bool EndsAtOtherEntry => format.EndsAtOtherEntry;

    /// <inheritdoc/>
    public override LogLevel Level
    {
        get
        {
            Read();
            return base.Level;
        }
    }

    /// <inheritdoc/>
    public override bool TryAdd(ReadOnlySpan<byte> text, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> time, in LinePosition place)
    {
        if (Lines.Count == format.MaxLines || Lines.Length + text.Length > LineSplitter.DefaultMaxLineLength || !format.GoesOn(plain, _afterBlank))
        {
            return false;
        }

        _afterBlank = plain.IsEmpty;
        IsComplete = format.IsEnd(plain);
        Lines.Add(text, plain, time, in place);
        return true;
    }

    /// <inheritdoc/>
    public override LineFields FieldsOf(int line)
    {
        Read();
        return line == 0 ? _fields : default;
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> PlainOf(int line) => line == 0 ? Lines.Joined : Lines.PlainOf(line);

    /// <summary>All lines are read at once, when none is to come.</summary>
    private void Read()
    {
        if (_readLines == Lines.Count)
        {
            return;
        }

        _readLines = Lines.Count;
        format.ReadBlock(Lines.Joined, ref _fields);
        _fields.Timestamp = _head.Timestamp.Or(_fields.Timestamp);
        _fields.Message = _fields.Message.Or(_head.Message);
        base.Level = LevelRules.Decide(Lines.Joined, in _fields);
    }
}
