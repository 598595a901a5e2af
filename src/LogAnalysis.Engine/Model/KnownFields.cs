namespace LogAnalysis.Model;

/// <summary>
/// The named fields that came to light when a line was recognised. They are kept where somebody wants them, who need not read the line again then.
/// </summary>
/// <param name="names">What numbers the names: numbers of the same object stand for the same names.</param>
internal sealed class KnownFields(object names)
{
    private KnownField[] _fields = new KnownField[16];
    private int[] _declined = [];
    private int _askers;
    private int _count;

    /// <summary>What numbers the names.</summary>
    public object Names => names;

    /// <summary>Whether anybody wants them.</summary>
    public bool AreWanted => _askers > 0;

    /// <summary>Whether those of the line that was recognised last are known.</summary>
    public bool AreKnown { get; private set; }

    /// <summary>The fields of that line, in its order, without those that everybody has declined.</summary>
    public ReadOnlySpan<KnownField> Fields => _fields.AsSpan(0, _count);

    /// <summary>They are to be kept, from the next line on. Each who asks says so once.</summary>
    public void Want() => _askers++;

    /// <summary>One who asks does not need fields with a name. Objects are kept all the same: they have members.</summary>
    public void Decline(int id)
    {
        if (id >= _declined.Length)
        {
            Array.Resize(ref _declined, id + 1);
        }

        _declined[id]++;
    }

    /// <summary>Whether fields with a name are not needed.</summary>
    public bool IsDeclined(int id) => (uint)id < (uint)_declined.Length && _declined[id] == _askers;

    /// <summary>A line begins whose fields come to light.</summary>
    public void Begin()
    {
        AreKnown = true;
        _count = 0;
    }

    /// <summary>Nothing is known of the line.</summary>
    public void Clear() => AreKnown = false;

    /// <summary>Takes a field.</summary>
    public void Add(in KnownField field)
    {
        if (_count == _fields.Length)
        {
            Array.Resize(ref _fields, 2 * _count);
        }

        _fields[_count++] = field;
    }
}
