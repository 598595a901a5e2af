namespace LogAnalysis.Counting;

/// <summary>The files that lines came from. Lines come in runs of one file, so the last one is compared by reference first.</summary>
internal sealed class PathSet
{
    private readonly SortedSet<string> _paths = new(StringComparer.Ordinal);
    private string? _last;

    /// <summary>The one file there was; null where there were none or several.</summary>
    public string? Single => _paths.Count == 1 ? _paths.Min : null;

    /// <summary>Takes a line's path; null, for a line of unknown origin, is passed over.</summary>
    public void Add(string? path)
    {
        if (path is not null && !ReferenceEquals(path, _last))
        {
            _last = path;
            _paths.Add(path);
        }
    }

    /// <summary>Takes the paths of another set.</summary>
    public void Join(PathSet other) => _paths.UnionWith(other._paths);

    /// <summary>The files, by name.</summary>
    public string[] ToArray() => [.. _paths];
}
