using System.Text;
using LogAnalysis.Model;
using LogAnalysis.Traces;

namespace LogAnalysis.Counting;

/// <summary>An entry that is counted when it is over: its further lines may tell of an exception.</summary>
/// <param name="hasTemplate">Whether somebody asks for the template of its message.</param>
/// <param name="masks">What is a value in its message besides; null for nothing.</param>
internal sealed class OpenError(bool hasTemplate, MessageMasks? masks)
{
    /// <summary>As much of a message as an example can show, whatever characters it has.</summary>
    private const int MaxMessage = 4 * GroupExample.MaxMessage;

    /// <summary>As much of a trace as an example can show, whatever characters it has.</summary>
    private const int MaxTrace = 2 * GroupExample.MaxTrace;

    private readonly ExceptionReader _reader = new();
    private readonly BoundedText _message = new(MaxMessage);
    private readonly BoundedText _trace = new(MaxTrace);
    private EntryOrigin _origin;
    private LogEntry? _unrendered;
    private bool _isMessageOnly;
    private bool _isUnread;

    /// <summary>The entry.</summary>
    public EntryId Entry { get; private set; }

    /// <summary>When it was logged, how serious it is, and where it is.</summary>
    public ref readonly EntryOrigin Origin => ref _origin;

    /// <summary>As much of its message as an example needs. One that is a template is filled in when somebody asks: most are no example.</summary>
    public ReadOnlySpan<byte> Message
    {
        get
        {
            if (_unrendered is LogEntry entry)
            {
                _unrendered = null;
                _message.Set(Encoding.UTF8.GetBytes(entry.AsLine().DecodeMessage()));
            }

            return _message.Bytes;
        }
    }

    /// <summary>As much of its further lines as an example needs.</summary>
    public ReadOnlySpan<byte> Trace => _trace.Bytes;

    /// <summary>Its message with wildcards for values; empty where it is not asked for.</summary>
    public string Template { get; private set; } = string.Empty;

    /// <summary>What is in the places of <see cref="Template"/>.</summary>
    public MessageValues Values { get; } = new();

    /// <summary>Whether its exception is told by more than its message, which only mentions one.</summary>
    public bool HasTrace => !_isMessageOnly && _reader.HasTrace;

    /// <summary>An entry begins. Most errors are one line that mentions no exception, so that it is read when somebody needs it.</summary>
    /// <param name="line">Its first line, or the whole entry.</param>
    /// <param name="origin">Where it is from.</param>
    public void Begin(in LogLine line, in EntryOrigin origin)
    {
        Entry = line.Entry;
        _origin = origin;
        ReadOnlySpan<byte> message = TakeMessage(in line);
        _trace.Set(line.Continuation.TrimStart((byte)'\n'));
        _isMessageOnly = EntryException.IsMessageOnly(in line);
        _isUnread = _isMessageOnly && _unrendered is null && _message.Bytes.Length == message.Length;
        if (!_isUnread)
        {
            _reader.Reset();
            EntryException.Read(in line, message, _reader);
        }
    }

    /// <summary>The entry goes on.</summary>
    /// <param name="line">Its next line.</param>
    public void Continue(in LogLine line)
    {
        ReadMessage();
        _isMessageOnly = false;
        if (!line.Fields.CompletesEntry)
        {
            _trace.AppendLine(line.Own);
        }

        EntryException.Read(in line, line.Fields.CompletesEntry ? TakeMessage(in line) : default, _reader);
    }

    /// <summary>The name of its exception; null if it tells of none.</summary>
    public string? ExceptionName(ExceptionNameCache names)
    {
        if (_isUnread && !ExceptionType.MayBeMentioned(_message.Bytes))
        {
            return null;
        }

        ReadMessage();
        return names.NameOf(_reader);
    }

    /// <summary>Keeps what the line says, as people read it.</summary>
    /// <returns>What it says, as it is written.</returns>
    private ReadOnlySpan<byte> TakeMessage(in LogLine line)
    {
        ReadOnlySpan<byte> message = EntryException.MessageOf(in line);
        _unrendered = MessageRenderer.IsTemplate(in line) ? new LogEntry(in line) : null;
        _message.Set(message);
        if (hasTemplate)
        {
            Template = MessageTemplate.Apply(in line, Values, masks);
        }

        return message;
    }

    private void ReadMessage()
    {
        if (_isUnread)
        {
            _isUnread = false;
            _reader.Reset();
            _reader.AddMessage(_message.Bytes);
        }
    }
}
