using System.Runtime.CompilerServices;
using LogAnalysis.Fields;
using LogAnalysis.Formats;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Parsing;

/// <summary>
/// Says of each line of one source what it is: the beginning of an entry, in which format and of which level, or a continuation
/// of an entry before. Its memory is, for each container whose lines the source has, the entry that began last, and the columns that
/// the log has declared.
/// </summary>
internal sealed class LineClassifier(LogFormat? forced = null, LogLevel detailThreshold = LogLevel.Unknown)
{
    /// <summary>Of so many containers at the most the last entry is remembered; what is no container may look like one.</summary>
    private const int MaxContainers = 64;

    private readonly List<EntryState> _states = [new([])];
    private readonly HeaderCache _headers = new();
    private readonly JsonNames _names = new();
    private EntryState? _last;

    /// <summary>The columns that the log has declared; null where it has not.</summary>
    public ColumnLayout? Columns { get; set; }

    /// <summary>Whether nothing but the columns and the last entry is remembered.</summary>
    public bool IsStateless => _states.Count == 1 && !_states[0].IsPartial;

    /// <summary>The format of the entry that began last.</summary>
    public LogFormat EntryFormat => _last?.Format ?? LogFormats.Text;

    /// <summary>Whether the line that was classified last goes on with another entry than the one that began last: that of another container.</summary>
    public bool IsDetached { get; private set; }

    /// <summary>Whether a line begins an entry whatever this classifier remembers besides the columns.</summary>
    public bool StartsEntry(ReadOnlySpan<byte> line)
    {
        LineFields fields = default;
        if (line.IsEmpty || line[0] == '#' || LinePrefix.Match(line).Length > 0 || ColumnDeclaration.ReadHeader(line) is not null)
        {
            return false;
        }

        bool isEntry = forced is null ? FindStructured(line, ref fields) is not null
            : forced != LogFormats.Text && TryParseForced(line, ref fields);
        return isEntry && !fields.ContinuesEntry && !fields.LevelFollows;
    }

    /// <summary>The line that was classified last is the first part of a long one: the next line goes on with it.</summary>
    public void ExpectRest() => _states[0].IsPartial = true;

    /// <summary>Classifies the next line.</summary>
    /// <param name="line">The line in UTF-8, without its line end.</param>
    /// <param name="fields">Receives its fields.</param>
    /// <param name="level">Receives its level, or that of the entry it belongs to.</param>
    /// <param name="format">Receives the entry's format.</param>
    /// <returns>Whether the line is a continuation.</returns>
    public bool Classify(ReadOnlySpan<byte> line, ref LineFields fields, out LogLevel level, out LogFormat format)
    {
        EntryState only = _states[0];
        if (TryRecall(line, only, ref fields))
        {
            IsDetached = false;
            format = only.Format!;
            Begin(line, format, ref fields, only);
            level = only.Level;
            return false;
        }

        return ClassifyAnew(line, ref fields, out level, out format);
    }

    /// <summary>Apart from the shortcut, which is the faster for it.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool ClassifyAnew(ReadOnlySpan<byte> line, ref LineFields fields, out LogLevel level, out LogFormat format)
    {
        LinePrefix prefix = MatchPrefix(line, ref fields);
        ReadOnlySpan<byte> own = line[prefix.Length..];
        EntryState state = StateOf(line[..prefix.ContainerLength]);
        bool isRest = state.IsPartial;
        state.IsPartial = prefix.IsPartial;
        LogFormat? recognised = isRest ? null : Recognise(own, state, ref fields);
        if (recognised is not null)
        {
            if (prefix.Length == 0 && recognised == ApplicationFormat.Instance)
            {
                _headers.Remember(line, in fields);
            }

            Begin(own, recognised, ref fields, state);
            if (prefix.Length > 0)
            {
                fields.Shift(prefix.Length);
                fields.Timestamp = fields.Timestamp.Or(prefix.Timestamp);
            }
        }
        else
        {
            fields = default;
            Complete(own, prefix.Length, state, ref fields);
        }

        IsDetached = recognised is null && state != _last && state.Format is not null;
        level = state.Level;
        format = state.Format ?? LogFormats.Text;
        return recognised is null;
    }

    /// <summary>The entry that began last turned out, some lines further on, to have this level.</summary>
    /// <param name="line">The last of those lines.</param>
    /// <param name="level">The level.</param>
    public void CompleteEntry(ReadOnlySpan<byte> line, LogLevel level)
    {
        EntryState state = _last ?? _states[0];
        state.Level = level;
        state.MessageFollows = false;
        state.Trace.Begin(line, level, hasShape: true);
    }

    /// <summary>
    /// A shortcut for most lines of the most frequent logs: a line of the format of the one before, by a beginning that no other format
    /// has a say in. The answer is that of the long way.
    /// </summary>
    private bool TryRecall(ReadOnlySpan<byte> line, EntryState state, ref LineFields fields)
    {
        if (state.IsPartial || forced is not null || Columns is not null || !LogFormats.Registered.IsEmpty)
        {
            return false;
        }

        LogFormat? format = state.Format;
        return format == ApplicationFormat.Instance ? _headers.TryRecall(line, ref fields)
            : format == AccessFormat.Instance ? AccessFormat.BeginsWithAddress(line) && AccessFormat.Instance.TryParse(line, ref fields)
            : format == JsonFormat.Instance && line is [(byte)'{', ..] && JsonFormat.TryParse(line, ref fields, _names.IsUseless ? null : _names) && fields.HasLevel;
    }

    private void Begin(ReadOnlySpan<byte> line, LogFormat format, ref LineFields fields, EntryState state)
    {
        state.Format = format;
        state.Level = LevelRules.Decide(line, in fields);
        if (state.Level >= detailThreshold)
        {
            format.ParseRest(line, ref fields);
        }

        state.MessageFollows = fields.MessageFollows;
        if (format.Continuation == ContinuationRule.IndentedLines)
        {
            state.Trace.Begin(line, state.Level, hasShape: format != LogFormats.Text);
        }

        _last = state;
    }

    /// <summary>
    /// What stands before the line. In a log that has entries outside of containers, what merely looks like the name of a container that was
    /// not seen before counts only before an entry with a shape of its own.
    /// </summary>
    private LinePrefix MatchPrefix(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        LinePrefix prefix = LinePrefix.Match(line);
        bool doubtful = prefix.ContainerLength > 0 && prefix.Timestamp.IsEmpty && _states[0].Format is not null
            && Find(line[..prefix.ContainerLength]) is null;
        return doubtful && FindStructured(line[prefix.Length..], ref fields) is null ? default : prefix;
    }

    private EntryState StateOf(ReadOnlySpan<byte> container)
    {
        if (container.IsEmpty)
        {
            return _states[0];
        }

        if (Find(container) is EntryState known)
        {
            return known;
        }

        if (_states.Count > MaxContainers)
        {
            _states.RemoveAt(1);
        }

        var state = new EntryState(container.ToArray());
        _states.Add(state);
        return state;
    }

    /// <summary>What is known of a container; the one that wrote last is looked at first.</summary>
    private EntryState? Find(ReadOnlySpan<byte> container)
    {
        if (_last is not null && container.SequenceEqual(_last.Container))
        {
            return _last;
        }

        foreach (EntryState state in _states)
        {
            if (container.SequenceEqual(state.Container))
            {
                return state;
            }
        }

        return null;
    }

    /// <summary>The format of the entry that a line begins; null where it continues the one before it.</summary>
    private LogFormat? Recognise(ReadOnlySpan<byte> line, EntryState state, ref LineFields fields)
    {
        LogFormat? before = state.Format;
        if (line.IsEmpty || IsDirective(line, before))
        {
            return null;
        }

        if (forced is not null)
        {
            return RecogniseForced(line, state, ref fields);
        }

        if (FindStructured(line, ref fields) is LogFormat structured)
        {
            return fields.ContinuesEntry && before is not null ? null : structured;
        }

        if (Continues(line, state))
        {
            return null;
        }

        return EmbeddedEntry.TryFindJson(line, ref fields) ? JsonFormat.Instance
            : LogFormats.Text.TryParse(line, ref fields) ? LogFormats.Text
            : null;
    }

    /// <summary>Lines that are not of the format that was asked for belong to the entry before, if there is one.</summary>
    private LogFormat? RecogniseForced(ReadOnlySpan<byte> line, EntryState state, ref LineFields fields)
    {
        LogFormat? before = state.Format;
        if (forced == LogFormats.Text)
        {
            return Plain(line, state, ref fields);
        }

        if (TryParseForced(line, ref fields))
        {
            return fields.ContinuesEntry && before is not null ? null : forced;
        }

        bool standsAlone = before is null || before == LogFormats.Text || forced!.Continuation == ContinuationRule.None;
        return standsAlone ? Plain(line, state, ref fields) : null;
    }

    private bool TryParseForced(ReadOnlySpan<byte> line, ref LineFields fields) =>
        Columns is not null && forced == Columns.Format ? Columns.TryParse(line, ref fields) : forced!.TryParse(line, ref fields);

    private static LogFormat? Plain(ReadOnlySpan<byte> line, EntryState state, ref LineFields fields) =>
        !Continues(line, state) && LogFormats.Text.TryParse(line, ref fields) ? LogFormats.Text : null;

    private static bool Continues(ReadOnlySpan<byte> line, EntryState state) => state.Format?.Continuation switch
    {
        ContinuationRule.Everything => true,
        ContinuationRule.IndentedLines => state.Trace.Continues(line),
        _ => false,
    };

    private LogFormat? FindStructured(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        if (line.IsEmpty)
        {
            return null;
        }

        if (Columns is not null && Columns.TryParse(line, ref fields))
        {
            return Columns.Format;
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
                return EmbeddedEntry.Unwrap(line, format, ref fields);
            }
        }

        return null;
    }

    /// <summary>The line behind one that has only level and category holds what the entry says.</summary>
    private static void Complete(ReadOnlySpan<byte> line, int offset, EntryState state, ref LineFields fields)
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

    /// <summary>A line that speaks of the log itself; one of them declares its columns.</summary>
    private bool IsDirective(ReadOnlySpan<byte> line, LogFormat? before)
    {
        if (line[0] == '#')
        {
            Declare(ColumnDeclaration.ReadDirective(line));
            return W3cDirective.Matches(line) || line.StartsWith("#fields\t"u8) || ZeekFormat.IsDirective(line);
        }

        // A header stands at the top; behind lines of another format it would be a line of theirs.
        bool atTop = before is null || before == LogFormats.Text || before == DelimitedFormat.Instance;
        ColumnLayout? header = atTop ? ColumnDeclaration.ReadHeader(line) : null;
        Declare(header);
        return header is not null;
    }

    /// <summary>Logs repeat their columns: as long as these stay the same, what is known of the log is the same.</summary>
    private void Declare(ColumnLayout? layout)
    {
        if (layout is not null && !layout.Matches(Columns))
        {
            Columns = layout;
        }
    }
}
