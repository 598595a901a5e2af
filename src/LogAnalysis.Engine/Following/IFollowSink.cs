using LogAnalysis.Model;

namespace LogAnalysis.Following;

/// <summary>Takes what is read of the files that are followed.</summary>
internal interface IFollowSink : ILogSink
{
    /// <summary>A file is read from the end of this block on.</summary>
    /// <param name="block">The bytes before that position.</param>
    /// <param name="lines">How many lines are before that position; null when that is not known.</param>
    void NotifyOpened(in FollowedBlock block, long? lines);

    /// <summary>The entries that come next are of this block.</summary>
    void BeginBlock(in FollowedBlock block);

    /// <summary>Takes an entry.</summary>
    void Add(LogEntry entry);

    /// <summary>Everything before this position of the file has been passed on.</summary>
    void Commit(long offset);

    /// <summary>Takes what a user may want to know about what happened to a file.</summary>
    void Note(FollowWarning note)
    {
    }

    /// <summary>Takes a warning.</summary>
    void Warn(FollowWarning warning);
}
