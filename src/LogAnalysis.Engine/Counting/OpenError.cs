using System.Text;
using LogAnalysis.Model;
using LogAnalysis.Traces;

namespace LogAnalysis.Counting;

/// <summary>An entry that is counted when it is over: its further lines may tell of an exception.</summary>
internal sealed class OpenError
{
    /// <summary>As much of a message as an example can show, whatever characters it has.</summary>
    private const int MaxMessage = 4 * GroupCounter.MaxExample;

    /// <summary>As much of a trace as an example can show, whatever characters it has.</summary>
    private const int MaxTrace = 2 * GroupCounter.MaxTrace;

    private readonly ExceptionReader _reader = new();
    private readonly BoundedText _message = new(MaxMessage);
    private readonly BoundedText _trace = new(MaxTrace);
    private EntryOrigin _origin;
    private bool _isMessageOnly;
    private bool _isUnread;

    /// <summary>The entry.</summary>
    public EntryId Entry { get; private set; }

    /// <summary>When it was logged, how serious it is, and where it is.</summary>
    public ref readonly EntryOrigin Origin => ref _origin;

    /// <summary>As much of its message as an example needs.</summary>
    public ReadOnlySpan<byte> Message => _message.Bytes;

    /// <summary>As much of its further lines as an example needs.</summary>
    public ReadOnlySpan<byte> Trace => _trace.Bytes;

    /// <summary>Its message with wildcards for values; empty where nobody asks for it.</summary>
    public string Template { get; private set; } = string.Empty;

    /// <summary>What is in the places of <see cref="Template"/>.</summary>
    public MessageValues Values { get; } = new();

    /// <summary>Whether its exception is told by more than its message, which only mentions one.</summary>
    public bool HasTrace => !_isMessageOnly && _reader.HasTrace;

    /// <summary>An entry begins. Most errors are one line that mentions no exception, so that it is read when somebody needs it.</summary>
    /// <param name="line">Its first line, or the whole entry.</param>
    /// <param name="origin">Where it is from.</param>
    /// <param name="requests">The templates of requests that are known already; null where nobody asks for the template.</param>
    public void Begin(in LogLine line, in EntryOrigin origin, RequestTemplateCache? requests)
    {
        Entry = line.Entry;
        _origin = origin;
        ReadOnlySpan<byte> message = TakeMessage(in line, requests);
        _trace.Set(line.Continuation.TrimStart((byte)'\n'));
        _isMessageOnly = EntryException.IsMessageOnly(in line);
        _isUnread = _isMessageOnly && _message.Bytes.Length == message.Length;
        if (!_isUnread)
        {
            _reader.Reset();
            EntryException.Read(in line, message, _reader);
        }
    }

    /// <summary>The entry goes on.</summary>
    /// <param name="line">Its next line.</param>
    /// <param name="requests">As for <see cref="Begin"/>.</param>
    public void Continue(in LogLine line, RequestTemplateCache? requests)
    {
        ReadMessage();
        _isMessageOnly = false;
        if (!line.Fields.CompletesEntry)
        {
            _trace.AppendLine(line.Own);
        }

        EntryException.Read(in line, line.Fields.CompletesEntry ? TakeMessage(in line, requests) : default, _reader);
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
    private ReadOnlySpan<byte> TakeMessage(in LogLine line, RequestTemplateCache? requests)
    {
        ReadOnlySpan<byte> message = EntryException.MessageOf(in line);
        _message.Set(MessageRenderer.IsTemplate(in line) ? Encoding.UTF8.GetBytes(line.DecodeMessage()) : message);
        if (requests is not null)
        {
            Template = MessageTemplate.Apply(in line, requests, Values);
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
