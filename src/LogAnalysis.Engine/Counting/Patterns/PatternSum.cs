using System.Security.Cryptography;
using System.Text;

namespace LogAnalysis.Counting;

/// <summary>A pattern, with what was counted of its templates.</summary>
/// <param name="pattern">The pattern.</param>
internal sealed class PatternSum(CollapsedPattern pattern)
{
    private const int IdLength = 8;
    private const int MaxShownValues = 3;

    private readonly List<(string Template, GroupCounter Counter, int[] PlaceOf)> _templates = [];
    private PlaceValues[]? _places;

    /// <summary>The pattern, by which it is counted.</summary>
    public string Text => pattern.Text;

    /// <summary>The pattern as people read it, with the kinds of its places.</summary>
    public string Name => PatternToken.Show(PatternName.Of(Text, IsRequest ? [] : Places));

    private bool IsWritten => Text[0] == PatternToken.WrittenMark;

    private bool IsRequest => Text[0] == PatternToken.RequestMark;

    /// <summary>What scripts know the pattern by: it does not depend on what its places look like.</summary>
    public string Id => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Text)))[..IdLength];

    private PlaceValues[] Places => _places ??= FindPlaces();

    /// <summary>The templates.</summary>
    public IEnumerable<string> Templates => _templates.Select(template => template.Template);

    /// <summary>The patterns of templates.</summary>
    /// <param name="templates">The templates with what was counted of each.</param>
    public static IReadOnlyCollection<PatternSum> Of(IReadOnlyDictionary<string, GroupCounter> templates)
    {
        string[] texts = [.. templates.Keys];
        CollapsedPattern[] patterns = PatternClusters.Find(texts);
        Dictionary<string, PatternSum> sums = new(StringComparer.Ordinal);
        for (int i = 0; i < texts.Length; i++)
        {
            if (!sums.TryGetValue(patterns[i].Text, out PatternSum? sum))
            {
                sums.Add(patterns[i].Text, sum = new PatternSum(patterns[i]));
            }

            sum._templates.Add((texts[i], templates[texts[i]], patterns[i].PlaceOf));
        }

        return sums.Values;
    }

    /// <summary>One counter for all templates.</summary>
    public GroupCounter ToCounter()
    {
        if (_templates.Count == 1 && _templates[0].Template == Text)
        {
            return _templates[0].Counter;
        }

        var sum = new GroupCounter();
        _templates.ForEach(template => sum.MergeCounts(template.Counter));
        sum.MergePlaces(Places);
        return sum;
    }

    /// <summary>The pattern as a result.</summary>
    /// <param name="total">How many messages there are in all patterns.</param>
    /// <param name="minimumLevel">The least serious level that was counted.</param>
    public LogErrorGroup ToGroup(long total, LogLevel minimumLevel)
    {
        GroupCounter sum = ToCounter();
        LogErrorGroup[] templates = [.. _templates.OrderBy(template => template.Template, StringComparer.Ordinal).Select(template => template.Counter.ToGroup(template.Template, template.Counter.Count))];
        return sum.ToPattern(Name, Id, total, Describe(), templates, minimumLevel);
    }

    private PlaceValues[] FindPlaces()
    {
        if (IsWritten)
        {
            return [.. _templates[0].Counter.Places];
        }

        PlaceValues[] places = [.. Enumerable.Range(0, pattern.Count).Select(_ => new PlaceValues())];
        foreach ((string template, GroupCounter counter, int[] placeOf) in _templates)
        {
            Add(places, MessagePattern.Parse(template), counter, placeOf);
        }

        return places;
    }

    private static void Add(PlaceValues[] places, MessagePattern words, GroupCounter counter, int[] placeOf)
    {
        int known = 0;
        for (int i = 0; i < words.Count; i++)
        {
            int own = words.IsWildcard(i) ? known++ : -1;
            int place = placeOf[i];
            if (place >= 0 && own < 0)
            {
                places[place].Add(Encoding.UTF8.GetBytes(words[i]), PlaceKind.Text, counter.Count);
            }
            else if (place >= 0 && own < counter.Places.Count)
            {
                places[place].Merge(counter.Places[own]);
            }
        }
    }

    private LogPatternPlace[] Describe()
    {
        string[] holes = IsWritten ? [.. WrittenTemplate.HolesOf(Text)] : [];
        return IsRequest ? [] : [.. Places.Select((place, index) => Describe(place, index < holes.Length ? holes[index] : PlaceKinds.NameOf(place.Kind)))];
    }

    private static LogPatternPlace Describe(PlaceValues place, string kind) => new()
    {
        Kind = kind,
        Distinct = place.Distinct,
        Top =
        [
            .. place.ToPairs().Take(MaxShownValues).Select(pair => new LogTopValue
            {
                Value = pair.Key,
                Count = pair.Value,
                Percent = 100.0 * pair.Value / Math.Max(place.Count, pair.Value),
                MaxUndercount = 0,
            }),
        ],
    };
}
