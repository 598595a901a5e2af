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

    /// <summary>The entry.</summary>
    public EntryId Entry { get; private set; }

    /// <summary>An entry begins.</summary>
    public void Begin(in LogLine line, in EntryOrigin origin)
    {
        _reader.Reset();
        Entry = line.Entry;
        _origin = origin;
        KeepMessage(in line);
        EntryException.Read(in line, _reader);
    }

    /// <summary>The entry goes on.</summary>
    public void Continue(in LogLine line)
    {
        if (line.Fields.CompletesEntry)
        {
            KeepMessage(in line);
        }

        EntryException.Read(in line, _reader);
    }

    /// <summary>Counts the entry, if it has an exception.</summary>
    public void CountIn(BoundedGroups groups, ExceptionNameCache names)
    {
        if (names.NameOf(_reader) is string name)
        {
            groups.GroupOf(name).Add(in _origin, _message.AsSpan(0, _messageLength));
        }
    }

    private void KeepMessage(in LogLine line)
    {
        ReadOnlySpan<byte> message = EntryException.MessageOf(in line);
        _messageLength = message.Length > MaxMessage ? Utf8Boundary.AtOrBefore(message, MaxMessage) : message.Length;
        message[.._messageLength].CopyTo(_message);
    }
}
