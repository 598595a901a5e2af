namespace LogAnalysis.Model;

/// <summary>The names of the formats that were recognised.</summary>
internal sealed class FormatSet
{
    private readonly SortedSet<string> _names = new(StringComparer.Ordinal);
    private LogFormat? _last;

    /// <summary>The names, sorted.</summary>
    public string[] Names => [.. _names];

    public void Add(LogFormat format)
    {
        // Lines come in runs of one format.
        if (!ReferenceEquals(format, _last))
        {
            _last = format;
            _names.Add(format.Name);
        }
    }

    public void Add(IEnumerable<string> names) => _names.UnionWith(names);
}
