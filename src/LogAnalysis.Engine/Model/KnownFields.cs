namespace LogAnalysis.Model;

/// <summary>
/// The named fields that came to light when a line was recognised. They are kept where somebody wants them, who need not read the line again then.
/// </summary>
/// <param name="names">What numbers the names: numbers of the same object stand for the same names.</param>
internal sealed class KnownFields(object names)
{
    private KnownField[] _fields = new KnownField[16];
    private int _count;

    /// <summary>What numbers the names.</summary>
    public object Names => names;

    /// <summary>Whether anybody wants them.</summary>
    public bool AreWanted { get; private set; }

    /// <summary>The fields of the line that was recognised last, in its order; none where they are not known.</summary>
    public ReadOnlySpan<KnownField> Fields => _fields.AsSpan(0, _count);

    /// <summary>They are to be kept, from the next line on.</summary>
    public void Want() => AreWanted = true;

    /// <summary>Another line begins.</summary>
    public void Clear() => _count = 0;

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
