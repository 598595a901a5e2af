using LogAnalysis.Fields;
using LogAnalysis.Formats;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Parsing;

/// <summary>A header over several lines: the first one begins the entry, and its level comes on one of the next.</summary>
internal abstract class PendingHeader : PendingEntry
{
    private LineFields _first;
    private LineFields _completion;
    private int _completionLine;
    private byte[] _taken = [];
    private LogLevel _level;

    private protected PendingHeader(KeptLines lines, in LineFields first)
        : base(lines)
    {
        _first = first;
        _level = LevelRules.Decide(lines.PlainOf(0), in first);
    }

    /// <summary>The level, as far as it is known.</summary>
    public virtual LogLevel Level
    {
        get => _level;
        private protected set => _level = value;
    }

    /// <summary>The header that a line begins.</summary>
    /// <param name="lines">That line.</param>
    /// <param name="first">Its fields.</param>
    /// <param name="format">Its format.</param>
    public static PendingHeader Create(KeptLines lines, in LineFields first, LogFormat format) =>
        format is BlockFormat block ? new PendingBlock(lines, in first, block)
        : format == WindowsEventFormat.Instance ? new PendingWindowsEvent(lines, in first)
        : format == SetupApiFormat.Instance ? new PendingSetupSection(lines, in first)
        : format is UserFormat user ? new PendingUserEntry(lines, in first, user)
        : format is SlowQueryFormat ? new PendingSlowQuery(lines, in first)
        : format is IbmMqFormat ? new PendingMqMessage(lines, in first)
        : format is SqlServerFormat or SybaseFormat ? new PendingSqlServerError(lines, in first)
        : format is SambaFormat || first.Message.IsEmpty ? new PendingHeadline(lines, in first)
        : new PendingJavaHeader(lines, in first);

    /// <summary>The fields of a line: the first has most, another one may complete the entry.</summary>
    public virtual LineFields FieldsOf(int line) => line == 0 ? _first : line == _completionLine ? _completion : default;

    /// <summary>A line without terminal control sequences, with what its fields are ranges of.</summary>
    public virtual ReadOnlySpan<byte> PlainOf(int line) => line == 0 && _taken.Length > 0 ? (byte[])[.. Lines.PlainOf(0), .. _taken] : Lines.PlainOf(line);

    /// <summary>Whether the time is known.</summary>
    private protected bool HasTime => !_first.Timestamp.IsEmpty;

    /// <summary>Keeps a line.</summary>
    /// <param name="text">The line as it was written.</param>
    /// <param name="plain">The line without terminal control sequences.</param>
    /// <param name="time">When a runtime took the line; empty if it does not tell.</param>
    /// <param name="fields">Its fields.</param>
    /// <param name="place">Where it is.</param>
    private protected void Add(ReadOnlySpan<byte> text, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> time, in LineFields fields, in LinePosition place)
    {
        if (fields.CompletesEntry)
        {
            _completion = fields;
            _completion.OwnStart = 0;
            _completionLine = Lines.Count;
        }

        Lines.Add(text, plain, time, in place);
    }

    /// <summary>Takes a field, which another line than the first has. Its text is kept behind that of the first line.</summary>
    private protected void Take(FieldKind kind, ReadOnlySpan<byte> value)
    {
        _first[kind] = new ByteRange(Lines.PlainOf(0).Length + _taken.Length, value.Length);
        _taken = [.. _taken, .. value];
    }

    /// <summary>Takes what the first line lacks from the fields of another line.</summary>
    /// <param name="other">The fields.</param>
    /// <param name="line">The other line.</param>
    private protected void Fill(in LineFields other, ReadOnlySpan<byte> line)
    {
        for (FieldKind kind = FieldKind.Timestamp; kind < FieldKind.Level; kind++)
        {
            if (_first[kind].IsEmpty && !other[kind].IsEmpty)
            {
                Take(kind, other[kind].Of(line));
            }
        }

        _first.Level = _first.HasLevel ? _first.Level : other.Level;
        _first.HasLevel |= other.HasLevel;
        _first.Status = _first.Status == 0 ? other.Status : _first.Status;
        Level = LevelRules.Decide(PlainOf(0), in _first);
    }
}
