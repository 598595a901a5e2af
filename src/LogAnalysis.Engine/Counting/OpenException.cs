using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Traces;

namespace LogAnalysis.Counting;

/// <summary>An error whose further lines may tell of its exception.</summary>
internal sealed class OpenException
{
    /// <summary>As much of a message as an example can show, whatever characters it has.</summary>
    private const int MaxMessage = 4 * GroupCounter.MaxExample;

    private readonly ExceptionReader _reader = new();
    private readonly byte[] _message = new byte[MaxMessage];
    private int _messageLength;
    private EntryOrigin _origin;
    private bool _isUnread;

    private ReadOnlySpan<byte> Message => _message.AsSpan(0, _messageLength);

    /// <summary>The entry.</summary>
    public EntryId Entry { get; private set; }

    /// <summary>An entry begins. Most errors are one line that mentions no exception, so that it is read when somebody needs it.</summary>
    public void Begin(in LogLine line, in EntryOrigin origin)
    {
        Entry = line.Entry;
        _origin = origin;
        bool isWhole = KeepMessage(in line);
        _isUnread = isWhole && EntryException.IsMessageOnly(in line);
        if (!_isUnread)
        {
            _reader.Reset();
            EntryException.Read(in line, _reader);
        }
    }

    /// <summary>The entry goes on.</summary>
    public void Continue(in LogLine line)
    {
        ReadMessage();
        if (line.Fields.CompletesEntry)
        {
            KeepMessage(in line);
        }

        EntryException.Read(in line, _reader);
    }

    /// <summary>Counts the entry, if it has an exception.</summary>
    public void CountIn(BoundedGroups groups, ExceptionNameCache names)
    {
        if (_isUnread && !ExceptionType.MayBeMentioned(Message))
        {
            return;
        }

        ReadMessage();
        if (names.NameOf(_reader) is string name)
        {
            groups.GroupOf(name).Add(in _origin, Message);
        }
    }

    private void ReadMessage()
    {
        if (_isUnread)
        {
            _isUnread = false;
            _reader.Reset();
            _reader.AddMessage(Message);
        }
    }

    /// <returns>Whether it was kept as a whole.</returns>
    private bool KeepMessage(in LogLine line)
    {
        ReadOnlySpan<byte> message = EntryException.MessageOf(in line);
        _messageLength = message.Length > MaxMessage ? Utf8Boundary.AtOrBefore(message, MaxMessage) : message.Length;
        message[.._messageLength].CopyTo(_message);
        return _messageLength == message.Length;
    }
}
