using LogAnalysis.Files;

namespace LogAnalysis.Following;

/// <summary>The files that a follower reads and has read: a file is not new because it has another name.</summary>
/// <param name="handles">The handles of those that are open.</param>
internal sealed class FileRegistry(OpenHandles handles)
{
    private readonly Dictionary<FileIdentity, TailedFile> _open = [];
    private readonly FileWriters _writers = new();
    private readonly HashSet<FileIdentity> _ignored = [];
    private readonly Dictionary<string, string[]> _listings = new(FileNames.Comparer);

    /// <summary>How far files were read that were closed since, or by an earlier run.</summary>
    public ClosedFiles Closed { get; } = new();

    /// <summary>How much may be read ahead in all of them.</summary>
    public ReadAheadBudget ReadAheadBudget { get; } = new();

    /// <summary>The file of this identity, if it is read.</summary>
    public TailedFile? FindOpen(FileIdentity identity) => _open.GetValueOrDefault(identity);

    /// <summary>A file is being read.</summary>
    public void Open(TailedFile file)
    {
        Closed.Remove(file.Identity);
        _open[file.Identity] = file;
        file.Handle.Register(handles);
    }

    /// <summary>Whether so many files are open that those that were rotated away should be closed soon.</summary>
    public bool AreMany => handles.AreMany;

    /// <summary>Whether another process may still write to a file that has been quiet for long.</summary>
    public bool MayBeWritten(TailedFile file) => file.Handle.CanChange && _writers.MayWrite(file.Identity, file.Activity.LastRead, _open.Keys);

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
            Closed.Add(position);
        }
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
        return content.ReadBeginning(1).Length == 0
            || _open.Values.Any(file => (path is null || path.Equals(file.Path, FileNames.Comparison)) && CopyComparison.IsCopy(content, file))
            || Closed.FindOriginal(content, path) is not null;
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
