namespace LogAnalysis.Following;

/// <summary>How much may still be read ahead, in all files of a follower.</summary>
internal sealed class ReadAheadBudget
{
    private const int Max = 64 << 20;

    /// <summary>How many bytes are left.</summary>
    public int Left { get; set; } = Max;
}
