namespace LogAnalysis.Counting;

/// <summary>The values in the places of one message after another.</summary>
internal sealed class MessageValues
{
    private MessagePart[] _places = [];
    private MessageMasks? _masks;
    private byte[] _message = [];
    private int _length;

    /// <summary>How many places the message has.</summary>
    public int Count { get; private set; }

    /// <summary>The value in a place, from 0, without the quotes around it.</summary>
    public ReadOnlySpan<byte> this[int place]
    {
        get
        {
            ReadOnlySpan<byte> value = _places[place].Of(_message.AsSpan(0, _length));
            bool isQuoted = value.Length > 1 && value[0] == value[^1] && value[0] is (byte)'"' or (byte)'\'' or (byte)'`';
            return isQuoted ? value[1..^1] : value;
        }
    }

    /// <summary>What the value in a place looks like.</summary>
    public PlaceLook LookOf(int place) => _places[place].IsMasked ? _masks!.LookOf(in _places[place]) : new PlaceLook(_places[place].Kind);

    /// <summary>Forgets the last message.</summary>
    public void Clear() => Count = 0;

    /// <summary>Takes one more value, which is known by itself.</summary>
    public void Add(ReadOnlySpan<byte> value)
    {
        int start = Count == 0 ? 0 : _places[Count - 1].End;
        _length = start + value.Length;
        if (_length > _message.Length)
        {
            Array.Resize(ref _message, Math.Max(2 * _message.Length, _length));
        }

        if (Count == _places.Length)
        {
            Array.Resize(ref _places, Math.Max(8, 2 * Count));
        }

        value.CopyTo(_message.AsSpan(start));
        _places[Count++] = new MessagePart(start, value.Length, PlaceKind.Text);
    }

    /// <summary>Takes the places of a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="parts">Its parts.</param>
    /// <param name="masks">The masks that have found some of them; null where none has.</param>
    public void Set(ReadOnlySpan<byte> message, ReadOnlySpan<MessagePart> parts, MessageMasks? masks = null)
    {
        Count = 0;
        _masks = masks;
        _places = _places.Length < parts.Length ? new MessagePart[parts.Length] : _places;
        foreach (MessagePart part in parts)
        {
            if (part.IsPlace)
            {
                _places[Count++] = part;
            }
        }

        if (Count > 0)
        {
            _length = message.Length;
            _message = _message.Length < _length ? new byte[_length] : _message;
            message.CopyTo(_message);
        }
    }
}
