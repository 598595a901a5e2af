namespace LogAnalysis.Counting;

/// <summary>How many buckets the sketches of one counter may have: many where they are few, and few where they are many.</summary>
internal sealed class SketchBudget
{
    /// <summary>Buckets of a sketch while there is room.</summary>
    private const int Generous = 1 << 14;

    /// <summary>Buckets of a sketch that needs more when there is none.</summary>
    private const int Meagre = 64;

    /// <summary>All sketches together, some 30 MB.</summary>
    private const int Room = 1 << 20;

    private int _used;

    /// <summary>Takes one more bucket.</summary>
    /// <returns>How many buckets a sketch may have now.</returns>
    public int Take() => ++_used > Room ? Meagre : Generous;

    /// <summary>Gives buckets back.</summary>
    public void Return(int count) => _used -= count;
}
