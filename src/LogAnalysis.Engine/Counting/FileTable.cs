using LogAnalysis.Text;

namespace LogAnalysis.Counting;

/// <summary>What is counted of each file, by names that are fit to be shown.</summary>
internal sealed class FileTable
{
    private readonly Dictionary<string, FileTotals> _files = new(StringComparer.Ordinal);
    private string? _lastPath;
    private FileTotals? _last;

    /// <summary>Adds one entry; one of unknown origin is skipped.</summary>
    public void Add(string? path, LogLevel level, DateTimeOffset? time)
    {
        // Entries come in runs of one file.
        if (!ReferenceEquals(path, _lastPath))
        {
            _lastPath = path;
            _last = path is null ? null : Of(ControlCharacters.EscapeControlCharacters(path));
        }

        _last?.Add(level, time);
    }

    /// <summary>Where a file is counted.</summary>
    /// <param name="name">Its name, fit to be shown.</param>
    public FileTotals Of(string name)
    {
        if (!_files.TryGetValue(name, out FileTotals? totals))
        {
            _files.Add(name, totals = new FileTotals());
        }

        return totals;
    }

    /// <summary>Adds what another table has counted.</summary>
    public void Merge(FileTable other)
    {
        foreach ((string name, FileTotals totals) in other._files)
        {
            Of(name).Merge(totals);
        }
    }
}
