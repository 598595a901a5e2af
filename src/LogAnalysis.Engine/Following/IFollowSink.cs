using LogAnalysis.Model;

namespace LogAnalysis.Following;

/// <summary>Takes what is read of the files that are followed.</summary>
internal interface IFollowSink : ILogSink
{
    /// <summary>What comes next is of this file.</summary>
    /// <param name="log">The file.</param>
    /// <param name="window">The bytes that are read now, and some before. Valid only during the call.</param>
    /// <param name="windowOffset">Where these begin.</param>
    void Begin(TailedFile log, ReadOnlySpan<byte> window, long windowOffset);

    /// <summary>A file is read from here on.</summary>
    void Open(TailedFile log, ReadOnlySpan<byte> window, long windowOffset);

    /// <summary>Takes an entry.</summary>
    void Add(LogEntry entry);

    /// <summary>All before this position has been passed on.</summary>
    void Settle(long offset);

    /// <summary>Takes a warning.</summary>
    void Warn(FollowWarning warning);
}
