using LogAnalysis.Model;

namespace LogAnalysis.Querying;

/// <summary>Which of the fields that were asked for occur, and what fields there are instead. Several threads may note at the same time.</summary>
internal sealed class FieldCensus
{
    /// <summary>How many entries show what fields a log has.</summary>
    private const int MaxSample = 200;

    private const int MaxNames = 1000;

    private readonly bool[] _isFound;
    private readonly HashSet<string> _others = new(StringComparer.OrdinalIgnoreCase);
    private int _missing;
    private int _sampled;

    /// <param name="names">The fields that were asked for.</param>
    public FieldCensus(IReadOnlyList<FieldName> names)
    {
        Names = names;
        _isFound = new bool[names.Count];
        _missing = names.Count;
    }

    /// <summary>The fields that were asked for.</summary>
    public IReadOnlyList<FieldName> Names { get; }

    /// <summary>What could be meant besides fields of the log.</summary>
    public IReadOnlyList<string> Keywords { get; set; } = [];

    /// <summary>Whether each field was found, so that there is nothing left to note.</summary>
    public bool IsComplete => Volatile.Read(ref _missing) == 0;

    /// <summary>Whether any entry was looked at.</summary>
    public bool HasEntries { get; private set; }

    /// <summary>The fields that no entry had. One that was null wherever it was seen is none of them.</summary>
    public IEnumerable<FieldName> Missing => Names.Where((name, index) => !_isFound[index] && !_others.Contains(name.Text));

    /// <summary>Notes what was found of an entry.</summary>
    public void Note(FoundFields values, in LogLine line)
    {
        if (IsComplete)
        {
            return;
        }

        HasEntries = true;
        for (int i = 0; i < _isFound.Length; i++)
        {
            if (!_isFound[i] && !values[i].IsEmpty)
            {
                lock (_others)
                {
                    _missing -= _isFound[i] ? 0 : 1;
                    _isFound[i] = true;
                }
            }
        }

        if (_missing > 0 && Volatile.Read(ref _sampled) < MaxSample)
        {
            Interlocked.Increment(ref _sampled);
            line.FieldReader.Read(in line, new NameGatherer(this));
        }
    }

    /// <summary>The names of fields that are most like one that no entry had, the best first.</summary>
    public IReadOnlyList<string> NearestTo(FieldName name, int count)
    {
        lock (_others)
        {
            string text = name.Text.ToUpperInvariant();
            int near = Math.Max(2, text.Length / 2);
            var ranked = _others.Union(Keywords.Where(keyword => DistanceOf(keyword) <= near), StringComparer.OrdinalIgnoreCase).Select(other => (Name: other, Distance: DistanceOf(other)))
                .OrderBy(other => other.Distance).ThenBy(other => other.Name, StringComparer.OrdinalIgnoreCase).Take(count).ToArray();
            return [.. ranked.Where(other => other.Distance <= near || ranked[0].Distance > text.Length / 2).Select(other => other.Name)];

            int DistanceOf(string other) => TextDistance.Between(text, other.ToUpperInvariant());
        }
    }

    private sealed class NameGatherer(FieldCensus census) : FieldSink
    {
        public override void Add(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value, FieldSyntax syntax)
        {
            lock (census._others)
            {
                if (census._others.Count < MaxNames)
                {
                    census._others.Add(FieldValue.Text(name, FieldSyntax.JsonString));
                }
            }
        }
    }
}
