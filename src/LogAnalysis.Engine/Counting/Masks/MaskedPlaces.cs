namespace LogAnalysis.Counting;

/// <summary>Which places of messages have values of one mask: they stay apart from others beside them, whatever turns out to be a value.</summary>
internal sealed class MaskedPlaces
{
    private readonly Dictionary<string, PlaceLook[]> _looks = new(StringComparer.Ordinal);

    private MaskedPlaces()
    {
    }

    /// <summary>What the places of some templates look like; null where no mask has found any.</summary>
    /// <param name="templates">The templates with what was counted of each.</param>
    public static MaskedPlaces? Of(IReadOnlyDictionary<string, GroupCounter> templates)
    {
        if (!templates.Values.Any(counter => counter.Places.Any(place => place.Look.Mask is not null)))
        {
            return null;
        }

        var masked = new MaskedPlaces();
        foreach ((string template, GroupCounter counter) in templates)
        {
            masked.Add(TracedTemplate.Parse(template).Message, counter.Places);
        }

        return masked;
    }

    /// <summary>For each word of a pattern, the name of the mask of which all its values are; null for none.</summary>
    /// <param name="templates">The templates of which the pattern was made, which have as many words.</param>
    public string?[] In(IEnumerable<MessagePattern> templates)
    {
        PlaceLook[] looks = [];
        foreach (MessagePattern template in templates)
        {
            looks = looks.Length == 0 ? new PlaceLook[template.Count] : looks;
            PlaceLook[] own = _looks.GetValueOrDefault(template.ToString(), []);
            int place = 0;
            for (int i = 0; i < template.Count; i++)
            {
                PlaceLook look = !template.IsWildcard(i) ? new PlaceLook(PlaceKind.Text) : place < own.Length ? own[place] : default;
                place += template.IsWildcard(i) ? 1 : 0;
                looks[i] |= look;
            }
        }

        return [.. looks.Select(look => look.Mask)];
    }

    private void Add(string message, IReadOnlyList<PlaceValues> places)
    {
        PlaceLook[] looks = [.. places.Select(place => place.Look)];
        _looks[message] = !_looks.TryGetValue(message, out PlaceLook[]? known) ? looks : [.. Enumerable.Range(0, Math.Max(known.Length, looks.Length))
            .Select(i => (i < known.Length ? known[i] : default) | (i < looks.Length ? looks[i] : default))];
    }
}
