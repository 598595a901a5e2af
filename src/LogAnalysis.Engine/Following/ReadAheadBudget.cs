namespace LogAnalysis.Following;

/// <summary>How much may still be read ahead, in all files of a follower. From any thread.</summary>
internal sealed class ReadAheadBudget
{
    /// <summary>How much, in bytes.</summary>
    public const int Max = 64 << 20;

    private int _left = Max;

    /// <summary>Whether this many bytes are left.</summary>
    public bool Has(long bytes) => Volatile.Read(ref _left) >= bytes;

    /// <summary>Takes bytes.</summary>
    public void Take(int bytes) => Interlocked.Add(ref _left, -bytes);

    /// <summary>Gives bytes back.</summary>
    public void Return(int bytes) => Interlocked.Add(ref _left, bytes);
}
