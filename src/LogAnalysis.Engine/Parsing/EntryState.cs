using System.Runtime.CompilerServices;
using LogAnalysis.Fields;
using LogAnalysis.Model;

namespace LogAnalysis.Parsing;

/// <summary>What is remembered of the entry that a container, or a log without containers, began last.</summary>
internal sealed class EntryState(byte[] container)
{
    private const int MaxHeader = 128;

    private readonly byte[] _header = new byte[MaxHeader];
    private int _headerLength;
    private LogFormat? _known;

    /// <summary>The container's name with what follows it, as before each of its lines; empty if there is none.</summary>
    public byte[] Container { get; } = container;

    /// <summary>The entry's place among those of this state, which is the stream of its <see cref="EntryId"/>.</summary>
    public long Ordinal { get; private set; }

    /// <summary>The entry's format; null before the first.</summary>
    public LogFormat? Format { get; private set; }

    /// <summary>The last format of an entry that had one of its own; that of the last entry as long as none had. Null before the first.</summary>
    public LogFormat? KnownFormat => _known ?? Format;

    /// <summary>The entry's level.</summary>
    public LogLevel Level { get; private set; }

    /// <summary>The stack trace that may be under way.</summary>
    public StackTraceTracker Trace { get; } = new();

    /// <summary>Whether the entry's message is on its next line.</summary>
    public bool MessageFollows { get; set; }

    /// <summary>Whether something else than its program had put a prefix before the entry.</summary>
    public bool IsPrefixed { get; set; }

    /// <summary>Whether the last line was only the first part of a long one.</summary>
    public bool IsPartial { get; set; }

    /// <summary>An entry begins.</summary>
    /// <param name="line">Its first line.</param>
    /// <param name="format">Its format.</param>
    /// <param name="fields">The fields of the line.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Begin(ReadOnlySpan<byte> line, LogFormat format, in LineFields fields)
    {
        Ordinal++;
        Format = format;
        Level = LevelRules.Decide(line, in fields);
        MessageFollows = fields.MessageFollows;
        _headerLength = 0;
        if (format.RepeatsHeader)
        {
            KeepHeader(HeaderOf(line, in fields));
            Trace.Begin(fields.Message.Of(line), Level, hasShape: true);
        }
        else if (format.Continuation == ContinuationRule.IndentedLines)
        {
            Trace.Begin(line, Level, hasShape: !format.IsFallback);
        }
    }

    /// <summary>Whether a line that has the header of the entry, host and process and all, goes on with its stack trace.</summary>
    /// <param name="line">The line.</param>
    /// <param name="format">The format in which it was recognised.</param>
    /// <param name="fields">Its fields.</param>
    public bool ContinuesTrace(ReadOnlySpan<byte> line, LogFormat format, in LineFields fields) =>
        MayContinueTrace(line, format, in fields) && Trace.Continues(fields.Message.Of(line));

    /// <summary>Whether a line may do so. Nothing is remembered of it.</summary>
    /// <param name="line">The line.</param>
    /// <param name="format">The format in which it was recognised.</param>
    /// <param name="fields">Its fields.</param>
    public bool MayContinueTrace(ReadOnlySpan<byte> line, LogFormat format, in LineFields fields) =>
        _headerLength > 0 && !fields.Message.IsEmpty && format == Format && (Trace.IsOpen || ContinuationShape.IsOfTrace(fields.Message.Of(line)))
        && HeaderOf(line, in fields).SequenceEqual(_header.AsSpan(0, _headerLength));

    /// <summary>Whether a line that looks as if it began an entry may go on with a stack trace of this one.</summary>
    public bool MayGoOn => _headerLength > 0 && Trace.IsOpen;

    private static ReadOnlySpan<byte> HeaderOf(ReadOnlySpan<byte> line, in LineFields fields) =>
        fields.Message.Start > fields.Timestamp.End ? line[fields.Timestamp.End..fields.Message.Start].TrimEnd((byte)' ') : default;

    private void KeepHeader(ReadOnlySpan<byte> header)
    {
        _headerLength = header.Length > MaxHeader ? 0 : header.Length;
        header[.._headerLength].CopyTo(_header);
    }

    /// <summary>The entry has a format of its own.</summary>
    public void Remember(LogFormat format) => _known = format.IsFallback ? _known : format;

    /// <summary>The entry turned out, some lines further on, to have this level.</summary>
    /// <param name="line">The last of those lines.</param>
    /// <param name="level">The level.</param>
    public void CompleteHeader(ReadOnlySpan<byte> line, LogLevel level)
    {
        Level = level;
        MessageFollows = false;
        Trace.Begin(line, level, hasShape: true);
    }

    /// <summary>Whether a line that no structured format recognises belongs to the entry.</summary>
    public bool Continues(ReadOnlySpan<byte> line) => Format?.Continuation switch
    {
        ContinuationRule.Everything => true,
        ContinuationRule.IndentedLines => Trace.Continues(line),
        _ => false,
    };
}
