using System.Runtime.CompilerServices;
using LogAnalysis.Fields;
using LogAnalysis.Formats;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Parsing;

/// <summary>
/// Tells of each line of one source what it is: the beginning of an entry, in which format and of which level, or a continuation of an entry
/// before.
/// </summary>
internal sealed class LineClassifier(LogFormat? forced = null, LogLevel detailThreshold = LogLevel.Unknown, ColumnLayout? columns = null)
{
    private readonly FormatDetector _formats = new(forced, columns);
    private readonly EntryStates _entries = new();
    private readonly HeaderCache _headers = new();
    private readonly JsonNames _names = new();
    private LineFieldReader _fieldReader = LineFieldReader.Instance;

    /// <summary>The columns that the log has declared; null if it has not.</summary>
    public ColumnLayout? Columns => _formats.Columns;

    /// <summary>Reads the named fields of the log's lines.</summary>
    public IFieldReader FieldReader => ReferenceEquals(_fieldReader.Columns, Columns) ? _fieldReader : _fieldReader = new LineFieldReader(Columns);

    /// <summary>What came to light of the named fields of the line that was classified last.</summary>
    public KnownFields Known { get; } = new(names: new object());

    /// <summary>Whether nothing but the columns and the last entry is remembered.</summary>
    public bool IsStateless => !_entries.HasContainers && !_entries.Outside.IsPartial && !_entries.Outside.MayGoOn && _formats.IsStateless;

    /// <summary>The format of the entry that began last.</summary>
    public LogFormat LastFormat => _entries.Last.Format ?? LogFormats.Text;

    /// <summary>The entry to which the line belongs that was classified last.</summary>
    public EntryState Entry => _entries.Current;

    /// <summary>Which lines begin an entry whatever is before them.</summary>
    public EntryStartRules Starts => new(_formats);

    /// <summary>Whether all entries so far are of plain text, and the last one has no stack trace under way.</summary>
    public bool IsInText => _entries.Outside is { Trace.IsUnderWay: false } outside && outside.Format == LogFormats.Text && outside.KnownFormat == LogFormats.Text;

    /// <summary>Whether a line begins an entry by more than the word for a level.</summary>
    /// <param name="line">The line.</param>
    /// <param name="isFirst">Whether it is the first below a time that may hold for it.</param>
    public bool IsOtherEntry(ReadOnlySpan<byte> line, bool isFirst)
    {
        LineFields fields = default;
        return LinePrefix.Match(line).Length > 0 || (_formats.DetectStructured(line, ref fields) is LogFormat format && !EmbeddedEntry.IsLabel(format) && !fields.ContinuesEntry
            && !(isFirst && format == SapTraceFormat.Instance && fields.Timestamp.IsEmpty));
    }

    /// <summary>The line that was classified last is the first part of a long one: the next line goes on with it.</summary>
    public void ExpectRest() => _entries.Outside.IsPartial = true;

    /// <summary>The entry that began last turned out, some lines further on, to have this level.</summary>
    /// <param name="line">The last of those lines.</param>
    /// <param name="level">The level.</param>
    public void CompleteHeader(ReadOnlySpan<byte> line, LogLevel level) => _entries.Last.CompleteHeader(line, level);

    /// <summary>Lines that were taken for something else turned out to be an error record of PowerShell.</summary>
    /// <param name="line">The first of them.</param>
    /// <returns>Its fields.</returns>
    public LineFields BeginRecord(ReadOnlySpan<byte> line)
    {
        var fields = new LineFields { HasLevel = true, Level = LogLevel.Error, Message = new ByteRange(0, line.Length) };
        EntryState state = _entries.Current;
        state.Begin(line, PowerShellFormat.Instance, in fields);
        _entries.Begin(state);
        return fields;
    }

    /// <summary>Finds the elements of the line that was classified last; null where it has none.</summary>
    public ElementScanner? Elements => _formats.Elements;

    /// <summary>An entry begins with an element, over several lines or one of several in a line.</summary>
    /// <param name="element">The element.</param>
    /// <param name="format">Its format; receives that of the entry.</param>
    /// <param name="fields">Receives its fields.</param>
    /// <param name="level">Receives its level.</param>
    /// <returns>Whether it is an entry.</returns>
    public bool TryBegin(ReadOnlySpan<byte> element, ref LogFormat format, ref LineFields fields, out LogLevel level)
    {
        EntryState outside = _entries.Outside;
        level = LogLevel.Unknown;
        if (!_formats.TryParseElement(element, format, ref fields) || !ElementLines.IsEntry(in fields, format, outside.KnownFormat))
        {
            return false;
        }

        outside.Remember(format);
        format = EmbeddedEntry.Unwrap(element, format, ref fields);
        Begin(element, format, ref fields, outside);
        level = outside.Level;
        return true;
    }

    /// <summary>Where a line that is too long to be kept can be divided: behind the last of its elements.</summary>
    public int Divide(ReadOnlySpan<byte> beginning) => _entries.Outside.IsPartial ? 0 : _formats.Divide(beginning, _entries.Outside);

    /// <summary>A line belongs to the entry that began last.</summary>
    /// <param name="level">Receives its level.</param>
    /// <param name="format">Receives its format.</param>
    public void Continue(out LogLevel level, out LogFormat format)
    {
        _entries.Continue(_entries.Outside);
        level = Entry.Level;
        format = Entry.Format ?? LogFormats.Text;
    }

    /// <summary>Classifies the next line.</summary>
    /// <param name="line">The line in UTF-8, without its line end.</param>
    /// <param name="fields">Receives its fields.</param>
    /// <param name="level">Receives its level, or that of the entry it belongs to.</param>
    /// <param name="format">Receives the entry's format.</param>
    /// <returns>Whether the line is a continuation.</returns>
    public bool Classify(ReadOnlySpan<byte> line, ref LineFields fields, out LogLevel level, out LogFormat format) =>
        Classify(line, ElementReading.Never, ref fields, out level, out format) == LineKind.Continuation;

    /// <summary>Classifies the next line.</summary>
    /// <param name="line">The line in UTF-8, without its line end.</param>
    /// <param name="reading">How it is looked at for elements.</param>
    /// <param name="fields">Receives its fields.</param>
    /// <param name="level">Receives its level, or that of the entry it belongs to.</param>
    /// <param name="format">Receives the entry's format.</param>
    public LineKind Classify(ReadOnlySpan<byte> line, ElementReading reading, ref LineFields fields, out LogLevel level, out LogFormat format)
    {
        Known.Clear();
        EntryState outside = _entries.Outside;
        if (TryRecall(line, outside, ref fields))
        {
            format = outside.Format!;
            Begin(line, format, ref fields, outside);
            level = outside.Level;
            return LineKind.Entry;
        }

        LineKind kind = ClassifyUncached(line, reading, ref fields, out level, out format);
        if (kind != LineKind.Entry || format != JsonFormat.Instance)
        {
            Known.Clear();
        }

        return kind;
    }

    // Apart from the shortcut, which is the faster for it.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private LineKind ClassifyUncached(ReadOnlySpan<byte> line, ElementReading reading, ref LineFields fields, out LogLevel level, out LogFormat format)
    {
        LinePrefix prefix = PrefixReader.Match(line, _formats, _entries);
        ReadOnlySpan<byte> own = line[prefix.Length..];
        EntryState state = _entries.GetOrAdd(prefix.Container.Of(line));
        bool isRest = state.IsPartial;
        state.IsPartial = prefix.IsPartial;
        LogFormat? detected = isRest ? null : _formats.Detect(own, state, prefix.Length == 0 ? reading : ElementReading.Never, ref fields);
        if (!isRest && _formats.Elements is not null)
        {
            (level, format) = (LogLevel.Unknown, LogFormats.Text);
            return LineKind.Elements;
        }

        if (detected is not null)
        {
            if (prefix.Length == 0 && detected == ApplicationFormat.Instance)
            {
                _headers.Remember(line, in fields);
            }

            state.Remember(detected);
            state.IsPrefixed = prefix.Length > 0;
            Begin(own, detected, ref fields, state);
            if (prefix.Length > 0)
            {
                fields.Shift(prefix.Length);
                fields.Timestamp = fields.Timestamp.Or(prefix.Timestamp);
            }
        }
        else
        {
            fields = default;
            CompleteMessage(own, prefix.Length, state, ref fields);
            fields.OwnStart = prefix.Length + (isRest ? 0 : _formats.RepeatedHeader);
            _entries.Continue(state);
        }

        level = state.Level;
        format = state.Format ?? LogFormats.Text;
        return detected is null ? LineKind.Continuation : LineKind.Entry;
    }

    /// <summary>
    /// A shortcut for most lines of the most frequent logs: a line of the format of the one before, by a beginning that no other format
    /// has a say in. The answer is that of the long way.
    /// </summary>
    private bool TryRecall(ReadOnlySpan<byte> line, EntryState state, ref LineFields fields)
    {
        if (state.IsPartial || !_formats.IsPlain(line))
        {
            return false;
        }

        LogFormat? format = state.Format;
        return format == ApplicationFormat.Instance ? _headers.TryRecall(line, ref fields)
            : format == AccessFormat.Instance ? AccessFormat.TryRecall(line, ref fields)
            : format == SyslogFormat.Instance ? SyslogRecall.TryRecall(line, state, ref fields)
            : format == JsonFormat.Instance && line is [(byte)'{', ..] && TryRecallObject(line, ref fields) && fields.HasLevel;
    }

    private bool TryRecallObject(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        bool isObject = JsonFormat.TryParse(line, ref fields, _names.IsUseless ? null : _names, Known.AreWanted ? Known : null);
        if (!isObject)
        {
            Known.Clear();
        }

        return isObject;
    }

    private void Begin(ReadOnlySpan<byte> line, LogFormat format, ref LineFields fields, EntryState state)
    {
        state.Begin(line, format, in fields);
        if (state.Level >= detailThreshold)
        {
            format.ParseRest(line, ref fields);
        }

        _entries.Begin(state);
    }

    /// <summary>The line after one that has only level and category holds the message.</summary>
    private static void CompleteMessage(ReadOnlySpan<byte> line, int offset, EntryState state, ref LineFields fields)
    {
        int message = state.MessageFollows ? line.IndexOfAnyExcept(" \t"u8) : -1;
        state.MessageFollows = false;
        if (message >= 0)
        {
            fields.CompletesEntry = true;
            fields.Message = ByteRange.Between(message, line.Length);
            RequestMessage.TryFind(line, fields.Message, ref fields);
            fields.Shift(offset);
        }
    }
}
