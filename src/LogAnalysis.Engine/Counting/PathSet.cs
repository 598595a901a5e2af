using LogAnalysis.Text;

namespace LogAnalysis.Counting;

/// <summary>The files that lines came from, by names that are fit to be shown. Mostly it is one, so that a set is made only for the second.</summary>
internal sealed class PathSet
{
    private string? _last;
    private string? _lastAdded;
    private SortedSet<string>? _paths;

    /// <summary>The one file there was; null if there were none or several.</summary>
    public string? Single => _paths is null ? _last : null;

    /// <summary>Takes a line's path; null, for a line of unknown origin, is skipped.</summary>
    public void Add(string? path)
    {
        // Lines come in runs of one file.
        if (path is null || ReferenceEquals(path, _lastAdded))
        {
            return;
        }

        _lastAdded = path;
        path = ControlCharacters.EscapeControlCharacters(path);

        if (_paths is not null)
        {
            _paths.Add(path);
        }
        else if (_last is not null && path != _last)
        {
            _paths = new(StringComparer.Ordinal) { _last, path };
        }

        _last = path;
    }

    /// <summary>Takes the paths of another set.</summary>
    public void Merge(PathSet other)
    {
        if (other._paths is null)
        {
            Add(other._last);
            return;
        }

        foreach (string path in other._paths)
        {
            Add(path);
        }
    }

    /// <summary>Forgets all files.</summary>
    public void Clear() => (_last, _lastAdded, _paths) = (null, null, null);

    /// <summary>The files, by name.</summary>
    public string[] ToArray() => _paths is not null ? [.. _paths] : _last is not null ? [_last] : [];
}
