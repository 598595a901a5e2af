namespace LogAnalysis.Files;

/// <summary>
/// How much compressed data may have in it. Logs are small at hundredths of their size; the tightest that gzip can make is a thousandth.
/// </summary>
/// <param name="fileLength">The size of the file that is read.</param>
internal sealed class ExpansionLimit(long fileLength)
{
    /// <summary>How many times its size a file may expand to.</summary>
    public const int MaxRatio = 1000;

    /// <summary>How much any file may expand to, in bytes.</summary>
    public const long MinBytes = 1L << 28;

    /// <summary>How many members an archive may have, with those of the archives in it.</summary>
    public const int MaxMembers = 100_000;

    /// <summary>How deep archives may be within others.</summary>
    public const int MaxDepth = 4;

    /// <summary>How large an archive may be that has to be held in memory.</summary>
    public const int MaxBytesInMemory = 1 << 27;

    private long _used;

    /// <summary>Notes that so much was decompressed.</summary>
    /// <exception cref="ExpansionLimitException">That is too much.</exception>
    public void Use(long bytes) => Check(Interlocked.Add(ref _used, bytes), fileLength);

    /// <summary>Forgets what was decompressed.</summary>
    public void Reset() => Interlocked.Exchange(ref _used, 0);

    /// <summary>Refuses what is too much.</summary>
    /// <param name="expanded">What it expands to.</param>
    /// <param name="length">The size of the file.</param>
    /// <exception cref="ExpansionLimitException">It is too much.</exception>
    public static void Check(long expanded, long length)
    {
        if (expanded > MinBytes && expanded / MaxRatio > length)
        {
            throw ExpansionLimitException.TooLarge();
        }
    }
}
