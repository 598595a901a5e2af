using System.Management.Automation;
using LogAnalysis.Errors;
using LogAnalysis.Files;

namespace LogAnalysis.Paths;

/// <summary>The files to follow: those that are named, and those that wildcards will name later.</summary>
internal sealed class WatchedFiles(PSCmdlet cmdlet, InputFiles files)
{
    private readonly List<string> _present = [];
    private readonly List<string> _wildcards = [];

    /// <summary>The files that are named now, each once.</summary>
    public IReadOnlyList<string> Present => _present;

    /// <summary>Finds the files that the wildcards name at the time, on any thread; null where there are no wildcards.</summary>
    public Func<IEnumerable<string>>? Discovery => _wildcards.Count == 0 ? null : () => files.Expand(_wildcards);

    public bool IsEmpty => _present.Count == 0 && _wildcards.Count == 0;

    /// <summary>Adds files. Folders are reported.</summary>
    public void Add(IEnumerable<string> paths)
    {
        foreach (string path in paths)
        {
            if (Directory.Exists(path))
            {
                cmdlet.WriteError(LogErrors.ForFile(new(LogFileErrorKind.IsDirectory, path)));
            }
            else if (ArchivePaths.IsArchive(path))
            {
                cmdlet.WriteError(LogErrors.ArchiveNotFollowed(path));
            }
            else if (!_present.Contains(path))
            {
                _present.Add(path);
            }
        }
    }

    /// <summary>Adds the files that the path parameters name.</summary>
    /// <param name="expectsMore">Whether files count, too, that will appear later.</param>
    public void AddNamed(bool expectsMore)
    {
        Add(files.Resolve());
        if (expectsMore)
        {
            // Whatever is found in this way now is not new later, and not read from its beginning.
            _wildcards.AddRange(files.Wildcards());
            Add(files.Expand(_wildcards));
        }
    }
}
