namespace LogAnalysis.Counting;

/// <summary>
/// The values that were seen lately, each with a number, and which of them wait for being counted. It belongs to one counter at a time, and
/// outlives it: the parts of a log have the same values again and again, and need not look them up in tables of their own that begin empty.
/// </summary>
internal sealed class InternCache
{
    /// <summary>When it knows more, it begins again: what is frequent is known again soon.</summary>
    private const int MaxKnown = 1 << 13;

    private readonly Utf8StringTable _texts = new();
    private readonly List<int> _waiting = [];
    private int[] _places = [];
    private Utf8Counter? _placesIn;

    /// <summary>How many values wait.</summary>
    public int Waiting => _waiting.Count;

    /// <summary>Takes a value that is to be counted.</summary>
    public void Add(ReadOnlySpan<byte> value) => _waiting.Add(_texts.NumberOf(value));

    /// <summary>Counts the values that wait, from one of them on.</summary>
    /// <param name="from">How many of them have been counted already.</param>
    /// <param name="counts">Where they are counted.</param>
    /// <param name="most">No more are counted once there are more different values than this.</param>
    /// <returns>How many of them have been counted now.</returns>
    public int CountIn(Utf8Counter counts, int from, int most)
    {
        PreparePlaces(counts);
        int next = from;
        while (next < _waiting.Count && counts.Distinct <= most)
        {
            int number = _waiting[next++];
            int place = _places[number] - 1;
            if (place >= 0)
            {
                counts.AddOne(place);
            }
            else
            {
                _places[number] = counts.Add(_texts[number], 1) + 1;
            }
        }

        return next;
    }

    /// <summary>Forgets which values wait; which there are is kept, unless there are too many.</summary>
    public void ClearWaiting()
    {
        _waiting.Clear();
        if (_texts.Count > MaxKnown)
        {
            _texts.Clear();
            _placesIn = null;
        }
    }

    /// <summary>Where each value is counted is remembered, for as long as it is the same counts.</summary>
    private void PreparePlaces(Utf8Counter counts)
    {
        if (!ReferenceEquals(counts, _placesIn))
        {
            Array.Clear(_places);
            _placesIn = counts;
        }

        if (_places.Length < _texts.Count)
        {
            Array.Resize(ref _places, Math.Max(2 * _places.Length, _texts.Count));
        }
    }
}
