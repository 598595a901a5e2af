using System.Collections.Specialized;
using System.Text;
using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis;

/// <summary>
/// One line of a log, or a whole entry. It keeps the bytes as they were read; text, message and time are decoded when they are
/// asked for.
/// </summary>
public sealed class LogEntry
{
    private readonly byte[] _bytes;
    private readonly byte[] _plain;

    /// <summary>Where the lines after the first begin.</summary>
    private readonly int _firstLength;

    /// <summary>Those lines, where something is in <see cref="_bytes"/> that is not of their own.</summary>
    private readonly byte[]? _continuation;
    private readonly LineFields _fields;
    private readonly LogFormat _format;
    private readonly int _byteCount;
    private readonly DateTime _reference;
    private readonly TimeConventions _conventions;
    private readonly int _lineCount;
    private readonly string? _path;
    private readonly IFieldReader _fieldReader;
    private OrderedDictionary? _named;

    internal LogEntry(in LogLine line)
    {
        _bytes = line.Text.ToArray();
        _plain = line.Plain == line.Text ? _bytes : line.Plain.ToArray();
        _firstLength = line.Whole?._firstLength ?? line.Text.Length;
        _continuation = line.Whole?._continuation;
        _fields = line.Fields;
        _format = line.Format;
        _byteCount = line.ByteCount;
        _reference = line.Reference;
        _conventions = line.Conventions;
        _lineCount = line.LineCount;
        _path = line.Path;
        _fieldReader = line.FieldReader;
        LineNumber = line.Number > 0 ? line.Number : null;
        Offset = line.Offset;
        Level = line.Level;
        IsContinuation = line.IsContinuation;
        Id = line.Entry;
    }

    private LogEntry(LogEntry first, ReadOnlySpan<byte> continuation, ReadOnlySpan<byte> own, int lineCount, int byteCount, LogEntry? completion)
    {
        _bytes = [.. first._bytes, .. continuation];
        _firstLength = first._firstLength;
        _continuation = first._continuation is null && own == continuation ? null : [.. first.Continuation, .. own];
        _plain = completion is null ? first._plain : [.. first._plain, .. completion._plain];
        _fields = first._fields;
        if (completion is not null)
        {
            LineFields further = completion._fields;
            further.Shift(first._plain.Length);
            _fields.Complete(in further);
        }

        _format = first._format;
        _reference = first._reference;
        _conventions = first._conventions;
        _lineCount = lineCount;
        _byteCount = byteCount;
        _path = first._path;
        _fieldReader = first._fieldReader;
        LineNumber = first.LineNumber;
        Offset = first.Offset;
        Level = first.Level;
        IsContinuation = first.IsContinuation;
        Id = first.Id;
    }

    /// <summary>The file it is in, escaped as <see cref="Message"/> is; null for a line that came from the pipeline without one.</summary>
    public string? Path => ControlCharacters.EscapeControlCharacters(_path);

    /// <summary>The 1-based number of its line; null when following started in the middle of the file.</summary>
    public long? LineNumber { get; }

    /// <summary>Where it begins in the file, in bytes. In a compressed file, or one that is not UTF-8, in its UTF-8 text.</summary>
    public long Offset { get; }

    /// <summary>When it was logged, as the log says; null where it says nothing readable. A time without an offset is local.</summary>
    public DateTimeOffset? Timestamp => AsLine().ParseTimestamp();

    /// <summary>How serious it is. A continuation line has the level of its entry.</summary>
    public LogLevel Level { get; }

    /// <summary>
    /// What it says: the text without time, level and the like, or all of it where nothing else is known. Characters that command a terminal,
    /// or hide, are escapes such as <c>\x1b</c>; <see cref="Text"/> has them as they were.
    /// </summary>
    public string Message => ControlCharacters.EscapeControlCharacters(AsLine().DecodeMessage());

    /// <summary>The HTTP status that it reports, 100 to 599; null where it reports none.</summary>
    public int? StatusCode => _fields.Status == 0 ? null : _fields.Status;

    /// <summary>
    /// The type of the exception that it tells of, such as <c>java.sql.SQLException</c>: the innermost cause. Null where it tells of none. Escaped as
    /// <see cref="Message"/> is.
    /// </summary>
    public string? Exception => ControlCharacters.EscapeControlCharacters(EntryException.TypeOf(AsLine()));

    /// <summary>
    /// The pattern of its message, such as <c>Stock of article &lt;num&gt; is low</c>, where it was asked for: by a group from <c>Measure-LogErrors -By Pattern</c>, <c>-Field Pattern</c>,
    /// or <c>-Where @{ PatternId = '...' }</c>; otherwise null.
    /// </summary>
    public string? Pattern { get; internal set; }

    /// <summary>What the pattern is known by: the <c>Id</c> of its group. Null where <see cref="Pattern"/> is.</summary>
    public string? PatternId { get; internal set; }

    /// <summary>The name of the format in which it was recognised.</summary>
    public string Format => _format.Name;

    /// <summary>
    /// What the log says by name, in its order, whatever the case of a name: members of JSON, pairs of logfmt, columns, named groups of a registered
    /// format, <c>key=value</c> in messages. What a format has at a fixed position has a common name: <c>Host</c>, <c>Client</c>, <c>Url</c>. Values
    /// are integers, numbers, true or false, times, dictionaries, arrays, or texts, which are escaped as <see cref="Message"/> is. It is made when
    /// it is first asked for; empty for a continuation line.
    /// </summary>
    public OrderedDictionary Fields => _named ??= FieldGatherer.Gather(this, _fieldReader);

    /// <summary>Whether the line belongs to the entry that an earlier line began, as a stack trace does.</summary>
    public bool IsContinuation { get; }

    /// <summary>Whether it was not asked for, but is near an entry that was: with <c>-Context</c>.</summary>
    public bool IsContext { get; private set; }

    /// <summary>The line or lines as they were written, without the last line end. Bytes that are not UTF-8 are U+FFFD.</summary>
    public string Text => Encoding.UTF8.GetString(_bytes);

    /// <summary>The entry that it is, or continues.</summary>
    internal EntryId Id { get; }

    /// <summary>Its lines, where they were kept apart and it has several; null otherwise.</summary>
    internal IReadOnlyList<LogEntry>? Lines { get; private init; }

    /// <summary>The size of its text, in bytes.</summary>
    internal int TextLength => _bytes.Length;

    /// <summary>The number of its last line; null where that of its first is not known.</summary>
    internal long? LastLineNumber => LineNumber + Math.Max(_lineCount, 1) - 1;

    internal ReadOnlySpan<byte> Continuation => _continuation ?? _bytes.AsSpan(_firstLength);

    /// <summary>The entry together with the lines after it that belong to it.</summary>
    /// <param name="continuation">Their text, each line with a line feed before it.</param>
    /// <param name="own">The same without what is not of their own, as <see cref="LogLine.Own"/> gives it.</param>
    /// <param name="lineCount">How many lines the whole entry has.</param>
    /// <param name="byteCount">Its size in its log, in bytes.</param>
    /// <param name="completion">The line that holds the message, where the first one has only a header.</param>
    /// <param name="lines">Its lines, where they are kept apart.</param>
    internal LogEntry WithContinuation(
        ReadOnlySpan<byte> continuation, ReadOnlySpan<byte> own, int lineCount, int byteCount, LogEntry? completion, IReadOnlyList<LogEntry>? lines) =>
        new(this, continuation, own, lineCount, byteCount, completion) { Lines = lines };

    /// <summary>The same entry, as one that is near another.</summary>
    internal LogEntry AsContext()
    {
        var context = (LogEntry)MemberwiseClone();
        context.IsContext = true;
        return context;
    }

    /// <summary>The entry as counters take lines, so that both count by the same code.</summary>
    internal LogLine AsLine() => new(_bytes, _plain, in _fields, _format)
    {
        Level = Level,
        IsContinuation = IsContinuation,
        Stream = Id.Stream,
        Ordinal = Id.Ordinal,
        Path = _path,
        FieldReader = _fieldReader,
        Number = LineNumber ?? 0,
        Offset = Offset,
        ByteCount = _byteCount,
        Reference = _reference,
        Conventions = _conventions,
        LineCount = _lineCount,
        Whole = this,
    };

    /// <summary>The text, fit to be shown: escaped as <see cref="Message"/> is.</summary>
    public override string ToString() => ControlCharacters.EscapeControlCharacters(Text);
}
