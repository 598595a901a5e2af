using LogAnalysis.Model;
using LogAnalysis.Traces;

namespace LogAnalysis.Counting;

/// <summary>An error whose further lines may tell of its exception.</summary>
internal sealed class OpenException
{
    /// <summary>As much of a message as an example can show, whatever characters it has.</summary>
    private const int MaxMessage = 4 * GroupCounter.MaxExample;

    private readonly ExceptionReader _reader = new();
    private readonly BoundedText _message = new(MaxMessage);
    private EntryOrigin _origin;
    private bool _isUnread;

    /// <summary>The entry.</summary>
    public EntryId Entry { get; private set; }

    /// <summary>An entry begins. Most errors are one line that mentions no exception, so that it is read when somebody needs it.</summary>
    public void Begin(in LogLine line, in EntryOrigin origin)
    {
        Entry = line.Entry;
        _origin = origin;
        ReadOnlySpan<byte> message = EntryException.MessageOf(in line);
        _message.Set(message);
        _isUnread = _message.Bytes.Length == message.Length && EntryException.IsMessageOnly(in line);
        if (!_isUnread)
        {
            _reader.Reset();
            EntryException.Read(in line, message, _reader);
        }
    }

    /// <summary>The entry goes on.</summary>
    public void Continue(in LogLine line)
    {
        ReadMessage();
        ReadOnlySpan<byte> message = line.Fields.CompletesEntry ? EntryException.MessageOf(in line) : default;
        if (line.Fields.CompletesEntry)
        {
            _message.Set(message);
        }

        EntryException.Read(in line, message, _reader);
    }

    /// <summary>Counts the entry, if it has an exception.</summary>
    public void CountIn(BoundedGroups groups, ExceptionNameCache names)
    {
        if (_isUnread && !ExceptionType.MayBeMentioned(_message.Bytes))
        {
            return;
        }

        ReadMessage();
        if (names.NameOf(_reader) is string name)
        {
            groups.GroupOf(name).Add(in _origin, _message.Bytes);
        }
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
