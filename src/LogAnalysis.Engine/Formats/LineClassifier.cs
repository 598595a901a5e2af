using LogAnalysis.Formats.Fields;

namespace LogAnalysis.Formats;

/// <summary>
/// Says of each line of one source what it is: the beginning of an entry, in which format and of which level, or a continuation
/// of the entry before. Its memory is that entry's container, format and level, and the columns that a log has declared.
/// </summary>
internal sealed class LineClassifier(LogFormat? forced = null)
{
    private readonly TraceTracker _trace = new();
    private LogFormat? _entryFormat;
    private LogLevel _entryLevel;
    private byte[] _entryContainer = [];
    private ColumnLayout? _columns;
    private bool _messageFollows;
    private bool _isPartial;

    /// <summary>The format of the entry that began last.</summary>
    public LogFormat EntryFormat => _entryFormat ?? LogFormats.Text;

    /// <summary>The line that was classified last is the first part of a long one: the next line goes on with it.</summary>
    public void ExpectRest() => _isPartial = true;

    /// <summary>Classifies the next line.</summary>
    /// <param name="line">The line in UTF-8, without its line end.</param>
    /// <param name="fields">Receives its fields.</param>
    /// <param name="level">Receives its level, or that of the entry it belongs to.</param>
    /// <param name="format">Receives the entry's format.</param>
    /// <returns>Whether the line is a continuation.</returns>
    public bool Classify(ReadOnlySpan<byte> line, ref LineFields fields, out LogLevel level, out LogFormat format)
    {
        LinePrefix prefix = MatchPrefix(line, ref fields);
        ReadOnlySpan<byte> own = line[prefix.Length..];
        ReadOnlySpan<byte> container = line[..prefix.ContainerLength];
        bool sameContainer = container.SequenceEqual(_entryContainer);
        bool isRest = sameContainer && _isPartial;
        _isPartial = prefix.IsPartial;
        LogFormat? recognised = isRest ? null : Recognise(own, sameContainer ? _entryFormat : null, ref fields);
        if (recognised is not null)
        {
            _entryFormat = recognised;
            _entryLevel = LevelRules.Decide(own, in fields);
            _entryContainer = sameContainer ? _entryContainer : container.ToArray();
            _messageFollows = fields.MessageFollows;
            if (recognised.Continuation == ContinuationRule.IndentedLines)
            {
                _trace.Begin(own, _entryLevel, hasShape: recognised != LogFormats.Text);
            }

            if (prefix.Length > 0)
            {
                fields.Shift(prefix.Length);
                fields.Timestamp = fields.Timestamp.Or(prefix.Timestamp);
            }
        }
        else
        {
            fields = default;
            Complete(own, prefix.Length, ref fields);
        }

        level = _entryLevel;
        format = EntryFormat;
        return recognised is null;
    }

    /// <summary>The entry that began last turned out, some lines further on, to have this level.</summary>
    /// <param name="line">The last of those lines.</param>
    /// <param name="level">The level.</param>
    public void CompleteEntry(ReadOnlySpan<byte> line, LogLevel level)
    {
        _entryLevel = level;
        _messageFollows = false;
        _trace.Begin(line, level, hasShape: true);
    }

    /// <summary>
    /// What stands before the line. In a log that has entries outside of containers, what merely looks like a container's name counts
    /// only before an entry with a shape of its own.
    /// </summary>
    private LinePrefix MatchPrefix(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        LinePrefix prefix = LinePrefix.Match(line);
        bool doubtful = prefix.ContainerLength > 0 && prefix.Timestamp.IsEmpty && _entryFormat is not null && _entryContainer.Length == 0;
        return doubtful && FindStructured(line[prefix.Length..], ref fields) is null ? default : prefix;
    }

    /// <summary>The format of the entry that a line begins; null where it continues one of the format <paramref name="before"/>.</summary>
    private LogFormat? Recognise(ReadOnlySpan<byte> line, LogFormat? before, ref LineFields fields)
    {
        if (line.IsEmpty || IsDirective(line, before))
        {
            return null;
        }

        if (forced is not null)
        {
            return RecogniseForced(line, before, ref fields);
        }

        if (FindStructured(line, ref fields) is LogFormat structured)
        {
            return fields.ContinuesEntry && before is not null ? null : structured;
        }

        if (Continues(line, before))
        {
            return null;
        }

        return Payload.TryFindJson(line, ref fields) ? JsonFormat.Instance
            : LogFormats.Text.TryParse(line, ref fields) ? LogFormats.Text
            : null;
    }

    /// <summary>Lines that are not of the format that was asked for belong to the entry before, if there is one.</summary>
    private LogFormat? RecogniseForced(ReadOnlySpan<byte> line, LogFormat? before, ref LineFields fields)
    {
        if (forced == LogFormats.Text)
        {
            return Plain(line, before, ref fields);
        }

        bool isEntry = _columns is not null && forced == _columns.Format ? _columns.TryParse(line, ref fields) : forced!.TryParse(line, ref fields);
        if (isEntry)
        {
            return fields.ContinuesEntry && before is not null ? null : forced;
        }

        return before is null || before == LogFormats.Text ? Plain(line, before, ref fields)
            : forced!.Continuation == ContinuationRule.None ? Plain(line, null, ref fields)
            : null;
    }

    private LogFormat? Plain(ReadOnlySpan<byte> line, LogFormat? before, ref LineFields fields) =>
        !Continues(line, before) && LogFormats.Text.TryParse(line, ref fields) ? LogFormats.Text : null;

    private bool Continues(ReadOnlySpan<byte> line, LogFormat? before) => before?.Continuation switch
    {
        ContinuationRule.Everything => true,
        ContinuationRule.IndentedLines => _trace.Continues(line),
        _ => false,
    };

    private LogFormat? FindStructured(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        if (line.IsEmpty)
        {
            return null;
        }

        if (_columns is not null && _columns.TryParse(line, ref fields))
        {
            return _columns.Format;
        }

        foreach (UserFormat format in LogFormats.Registered)
        {
            if (format.TryParse(line, ref fields))
            {
                return format;
            }
        }

        foreach (LogFormat format in LogFormats.BeginningWith(line[0]))
        {
            if (format.TryParse(line, ref fields))
            {
                return Payload.Unwrap(line, format, ref fields);
            }
        }

        return null;
    }

    /// <summary>The line behind one that has only level and category holds what the entry says.</summary>
    private void Complete(ReadOnlySpan<byte> line, int offset, ref LineFields fields)
    {
        int message = _messageFollows ? line.IndexOfAnyExcept(" \t"u8) : -1;
        _messageFollows = false;
        if (message >= 0)
        {
            fields.CompletesEntry = true;
            fields.Message = Slice.Between(message, line.Length);
            RequestMessage.TryFind(line, fields.Message, ref fields);
            fields.Shift(offset);
        }
    }

    /// <summary>A line that speaks of the log itself; one of them declares its columns.</summary>
    private bool IsDirective(ReadOnlySpan<byte> line, LogFormat? before)
    {
        if (line[0] == '#')
        {
            _columns = ColumnLayout.ReadDirective(line) ?? _columns;
            return W3cDirective.Matches(line) || line.StartsWith("#fields\t"u8) || ZeekFormat.IsDirective(line);
        }

        // A header stands at the top; behind lines of another format it would be a line of theirs.
        bool atTop = before is null || before == LogFormats.Text || before == DelimitedFormat.Instance;
        ColumnLayout? header = atTop ? ColumnLayout.ReadHeader(line) : null;
        _columns = header ?? _columns;
        return header is not null;
    }
}
