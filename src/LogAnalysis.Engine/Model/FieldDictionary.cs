using System.Collections.Specialized;

namespace LogAnalysis.Model;

/// <summary>Gathers values by their names, in their order, whatever the case of a name. A name that comes again has an array of its values.</summary>
internal sealed class FieldDictionary
{
    private readonly List<(string Name, List<object?> Values)> _fields = [];
    private readonly Dictionary<string, int> _places = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The names so far.</summary>
    public IEnumerable<string> Names => _places.Keys;

    /// <summary>Adds a value.</summary>
    public void Add(string name, object? value)
    {
        if (_places.TryAdd(name, _fields.Count))
        {
            _fields.Add((name, []));
        }

        _fields[_places[name]].Values.Add(value);
    }

    /// <summary>What was gathered.</summary>
    public OrderedDictionary ToDictionary()
    {
        var fields = new NamedValues(_fields.Count);
        foreach ((string name, List<object?> values) in _fields)
        {
            fields.Add(name, values.Count == 1 ? values[0] : values.ToArray());
        }

        return fields;
    }
}
