namespace LogAnalysis.Fields;

/// <summary>
/// Remembers the names of the members that the objects of one log have, and which comes after which. Loggers write them in the same order nearly
/// always: then a name is compared with the one that is expected, instead of being looked for.
/// </summary>
internal sealed class JsonNames
{
    /// <summary>A log whose names are data has more; these are not remembered.</summary>
    private const int MaxNames = 64;

    /// <summary>The number of a name that is not remembered.</summary>
    private const int NoId = -1;

    private const int MaxNameLength = 64;

    /// <summary>Names to see before judging whether they come in a fixed order.</summary>
    private const int Trial = 512;

    /// <summary>How many of these must have been predicted; below that, looking up each name is faster.</summary>
    private const int LeastExpected = Trial * 7 / 8;

    private readonly List<JsonName> _names = [];
    private readonly JsonName _beginning = new("\"\":"u8, NoId);
    private JsonName _last;
    private int _tried;
    private int _expected;

    /// <summary>Remembers no names yet.</summary>
    public JsonNames() => _last = _beginning;

    /// <summary>Whether it has turned out that names come in no order here.</summary>
    public bool IsUseless => _tried >= Trial && _expected < LeastExpected;

    /// <summary>An object begins.</summary>
    public void Begin() => _last = _beginning;

    /// <summary>The name that is at the beginning of a text, if it is one that is expected there; null otherwise.</summary>
    public JsonName? Match(ReadOnlySpan<byte> text)
    {
        JsonName? next = _last.Next;
        if (next is not null && !text.StartsWith(next.Text))
        {
            next = _last.Other;
            if (next is not null && text.StartsWith(next.Text))
            {
                (_last.Next, _last.Other) = (next, _last.Next);
            }
            else
            {
                next = null;
            }
        }

        if (_tried < Trial)
        {
            _tried++;
            _expected += next is null ? 0 : 1;
        }

        _last = next ?? _last;
        return next;
    }

    /// <summary>Learns which name came instead.</summary>
    /// <param name="text">The name with its quotes, and the colon directly after it.</param>
    public void Learn(ReadOnlySpan<byte> text)
    {
        if (Find(text) is JsonName name)
        {
            (_last.Next, _last.Other) = (name, _last.Next);
            _last = name;
        }
    }

    private JsonName? Find(ReadOnlySpan<byte> text)
    {
        foreach (JsonName known in _names)
        {
            if (text.SequenceEqual(known.Text))
            {
                return known;
            }
        }

        if (_names.Count == MaxNames || text.Length > MaxNameLength)
        {
            return null;
        }

        _names.Add(new JsonName(text, _names.Count));
        return _names[^1];
    }
}
