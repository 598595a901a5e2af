namespace LogAnalysis.Parsing;

/// <summary>What was read, source by source, to tell users of it. Kept only where somebody asks: it takes time for each line.</summary>
internal sealed class ReadStatistics
{
    private readonly List<SourceStatistics> _sources = [];
    private readonly Dictionary<string, SourceStatistics> _byPath = new(StringComparer.Ordinal);
    private SourceStatistics? _last;

    /// <summary>The sources in the order in which they were first read.</summary>
    public IReadOnlyList<SourceStatistics> Sources => _sources;

    /// <summary>What was read of a source.</summary>
    /// <param name="path">The file; null for what came from none.</param>
    public SourceStatistics Of(string? path)
    {
        path ??= string.Empty;

        // Lines come in runs of one file.
        if (_last is null || !ReferenceEquals(path, _last.Path))
        {
            _last = Find(path);
        }

        return _last;
    }

    /// <summary>Adds what was read on another thread.</summary>
    public void Merge(ReadStatistics other) => other._sources.ForEach(source => Of(source.Path).Merge(source));

    private SourceStatistics Find(string path)
    {
        if (!_byPath.TryGetValue(path, out SourceStatistics? source))
        {
            source = new SourceStatistics(path);
            _byPath.Add(path, source);
            _sources.Add(source);
        }

        return source;
    }
}
