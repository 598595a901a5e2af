using LogAnalysis.Files;

namespace LogAnalysis.Following;

/// <summary>Bytes of a followed file that are about to become entries. Valid only during the call.</summary>
/// <param name="file">The file's state.</param>
/// <param name="identity">Which file it is.</param>
/// <param name="head">The beginning of the file.</param>
/// <param name="window">The bytes, and some that were read before.</param>
/// <param name="windowOffset">Where these begin.</param>
internal readonly ref struct FollowedBlock(TailedFileLifecycle file, FileIdentity identity, byte[] head, ReadOnlySpan<byte> window, long windowOffset)
{
    /// <summary>The file's state.</summary>
    public TailedFileLifecycle File => file;

    /// <summary>Which file it is.</summary>
    public FileIdentity Identity => identity;

    /// <summary>The beginning of the file.</summary>
    public byte[] Head => head;

    /// <summary>The bytes, and some that were read before.</summary>
    public ReadOnlySpan<byte> Window { get; } = window;

    /// <summary>Where these begin.</summary>
    public long WindowOffset => windowOffset;
}
