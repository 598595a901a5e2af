namespace LogAnalysis.Files;

/// <summary>Compressed data, or an archive, has more in it than is read: it may have been made to exhaust who reads it.</summary>
internal sealed class ExpansionLimitException(string message) : IOException(message)
{
    /// <summary>The text is too large for the size of its file.</summary>
    public static ExpansionLimitException TooLarge() =>
        new($"It expands to more than {ExpansionLimit.MaxRatio:N0} times its size, as a decompression bomb does.");

    /// <summary>An archive has too many members.</summary>
    public static ExpansionLimitException TooManyMembers() => new($"It has more than {ExpansionLimit.MaxMembers:N0} members.");

    /// <summary>Archives are too deep within others.</summary>
    public static ExpansionLimitException TooDeep() => new($"Archives within archives are read to a depth of {ExpansionLimit.MaxDepth}.");

    /// <summary>An archive within another is too large.</summary>
    public static ExpansionLimitException TooLargeWithin(string format) =>
        new($"A {format} archive within another is read in memory, up to {ExpansionLimit.MaxBytesInMemory >> 20} MB. Take it out of the archive first.");
}
