using LogAnalysis.Files;

namespace LogAnalysis.Following;

/// <summary>Files that were overwritten or deleted before they were read to their ends, and of which no copy was found: one may still come.</summary>
internal sealed class UnfinishedFiles
{
    private const int MaxCount = 100;

    private readonly List<(LogPosition Position, FingerprintTracker Read, bool IsDeleted)> _files = [];

    /// <summary>A file is given up.</summary>
    public void Add(TailedFile file)
    {
        if (_files.Count == MaxCount)
        {
            _files.RemoveAt(0);
        }

        _files.Add((file.ReadPosition, file.Read, file.Handle.IsDeleted));
    }

    /// <summary>Whether a file is a copy that was made before the last lines were read of what was emptied then: they are not in it.</summary>
    /// <exception cref="IOException">Reading failed.</exception>
    public bool HoldsNothingNew(LogContent content) =>
        _files.Exists(file => file.Read.IsEarlierCopy(content)) && !_files.Exists(file => file.Position.MatchesCopy(content));

    /// <summary>The position from which a copy goes on that was not found when its original was emptied; null where it is no such copy.</summary>
    /// <exception cref="IOException">Reading failed.</exception>
    public LogPosition? TakeByCopy(LogContent copy) => Take(file => file.Position.MatchesCopy(copy));

    /// <summary>
    /// The position from which a file goes on that was given up as deleted, and was only moved away, or of which a handle came later that had
    /// been opened in time; null where it is no such file.
    /// </summary>
    /// <exception cref="IOException">Reading failed.</exception>
    public LogPosition? TakeDeleted(LogContent content) => Take(file => file.IsDeleted && file.Position.Matches(content));

    private LogPosition? Take(Predicate<(LogPosition Position, FingerprintTracker Read, bool IsDeleted)> isWanted)
    {
        int index = _files.FindIndex(isWanted);
        LogPosition? position = index < 0 ? null : _files[index].Position;
        if (position is not null)
        {
            _files.RemoveAt(index);
        }

        return position;
    }
}
