using LogAnalysis.Files;

namespace LogAnalysis.Following;

/// <summary>The files that a follower reads and has read: a file is not new because it has another name.</summary>
/// <param name="handles">The handles of those that are open.</param>
internal sealed class FileRegistry(OpenHandles handles)
{
    private const int MaxClosed = 1000;

    private readonly Dictionary<FileIdentity, TailedFile> _open = [];
    private readonly List<LogPosition> _closed = [];
    private readonly HashSet<FileIdentity> _ignored = [];
    private readonly Dictionary<string, string[]> _listings = new(FileNames.Comparer);

    /// <summary>The file of this identity, if it is read.</summary>
    public TailedFile? FindOpen(FileIdentity identity) => _open.GetValueOrDefault(identity);

    /// <summary>How far a file was read that was closed since.</summary>
    public LogPosition? FindClosed(LogContent content) => _closed.FindLast(position => position.Matches(content));

    /// <summary>A file is being read.</summary>
    public void Open(TailedFile file)
    {
        _closed.RemoveAll(position => position.Identity == file.Identity);
        _open[file.Identity] = file;
        file.Handle.Register(handles);
    }

    /// <summary>Closes files for the moment, since no more can be opened.</summary>
    /// <returns>Whether there were any.</returns>
    public bool FreeHandles() => handles.Free();

    /// <summary>A file is not read any more.</summary>
    public void Close(TailedFile file, LogPosition? position)
    {
        _open.Remove(file.Identity);
        handles.Remove(file.Handle);
        if (position is not null)
        {
            Add(position);
        }
    }

    /// <summary>A file was read by an earlier run.</summary>
    public void Add(LogPosition position)
    {
        if (_closed.Count == MaxClosed)
        {
            _closed.RemoveAt(0);
        }

        _closed.Add(position);
    }

    /// <summary>What is beside a log before it is followed was rotated away long ago, though its writer may not be done.</summary>
    public void IgnoreRotated(string path)
    {
        foreach (string file in LogFolders.NamesOf(path).SelectMany(name => RotatedName.Find(name, FilesBeside(name))))
        {
            if (FileIdentity.Of(file) is FileIdentity identity)
            {
                _ignored.Add(identity);
            }
        }
    }

    /// <summary>Whether a file was beside a log before that was followed.</summary>
    public bool IsIgnored(FileIdentity identity) => _ignored.Contains(identity);

    /// <summary>Whether a file holds what is read already of a log, or will be, or is empty: it is a copy of it then, or becomes one.</summary>
    /// <param name="content">The file.</param>
    /// <param name="path">The path of the log; null for any.</param>
    /// <exception cref="IOException">Reading failed.</exception>
    public bool LooksLikeCopy(LogContent content, string? path)
    {
        bool IsOf(string other) => path is null || path.Equals(other, FileNames.Comparison);

        return content.ReadBeginning(1).Length == 0
            || _open.Values.Any(file => IsOf(file.Path) && file.IsCopiedIn(content))
            || _closed.Exists(position => position.Offset > 0 && IsOf(position.Path) && position.MatchesCopy(content));
    }

    private string[] FilesBeside(string path)
    {
        string folder = Path.GetDirectoryName(path)!;
        if (!_listings.TryGetValue(folder, out string[]? files))
        {
            _listings.Add(folder, files = LogFolders.FilesIn(folder));
        }

        return files;
    }
}
