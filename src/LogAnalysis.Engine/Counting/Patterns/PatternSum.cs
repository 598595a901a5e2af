using System.Security.Cryptography;
using System.Text;

namespace LogAnalysis.Counting;

/// <summary>A pattern, with what was counted of its templates.</summary>
internal sealed class PatternSum
{
    private const int IdLength = 8;
    private const int MaxShownValues = 3;

    private readonly List<(string Template, GroupCounter Counter, CollapsedPattern? Pattern)> _templates = [];
    private readonly string? _exception;
    private CollapsedPattern? _pattern;
    private PlaceValues[]? _places;

    private PatternSum(string? exception, CollapsedPattern? pattern)
    {
        _exception = exception;
        _pattern = pattern;
    }

    /// <summary>The pattern, by which it is counted.</summary>
    public string Text => new TracedTemplate(_exception, Message).ToString();

    /// <summary>The pattern as people read it, with the kinds of its places; with the exception where entries have a trace, which is all that those with other words share.</summary>
    public string Name => _exception is null ? MessageName : _pattern is null || Tells(MessageName) ? _exception : $"{MessageName.TrimEnd(':')}: {_exception}";

    /// <summary>What scripts know the pattern by: it does not depend on what its places look like, nor on what messages say of an exception.</summary>
    public string Id => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(_exception is null ? Text : TracedTemplate.KindOf(_exception))))[..IdLength];

    /// <summary>The templates.</summary>
    public IEnumerable<string> Templates => _templates.Select(template => template.Template);

    /// <summary>The pattern of all messages; empty where those of an exception have several.</summary>
    private string Message => _pattern?.Text ?? string.Empty;

    private string MessageName => PatternToken.Show(PatternName.Of(Message, IsRequest ? [] : Places));

    private bool IsWritten => Message is [PatternToken.WrittenMark, ..];

    private bool IsRequest => Message is [PatternToken.RequestMark, ..];

    private PlaceValues[] Places => _places ??= FindPlaces();

    /// <summary>The patterns of templates.</summary>
    /// <param name="templates">The templates with what was counted of each.</param>
    public static IReadOnlyCollection<PatternSum> Of(IReadOnlyDictionary<string, GroupCounter> templates)
    {
        string[] texts = [.. templates.Keys];
        TracedTemplate[] parts = [.. texts.Select(TracedTemplate.Parse)];
        string[] messages = [.. parts.Select(part => part.Message).Where(message => message.Length > 0).Distinct(StringComparer.Ordinal)];
        Dictionary<string, CollapsedPattern> patterns = new(messages.Zip(PatternClusters.Find(messages, MaskedPlaces.Of(templates)), KeyValuePair.Create), StringComparer.Ordinal);
        Dictionary<string, PatternSum> sums = new(StringComparer.Ordinal);
        for (int i = 0; i < texts.Length; i++)
        {
            CollapsedPattern? pattern = patterns.GetValueOrDefault(parts[i].Message);
            string kind = parts[i].Exception is null ? pattern!.Text : parts[i].Kind;
            if (!sums.TryGetValue(kind, out PatternSum? sum))
            {
                sums.Add(kind, sum = new PatternSum(parts[i].Exception, pattern));
            }

            sum._pattern = sum._pattern?.Text == pattern?.Text ? pattern : null;
            sum._templates.Add((texts[i], templates[texts[i]], pattern));
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

    /// <summary>Whether a message tells of the exception by itself.</summary>
    private bool Tells(string message) => message.Contains(_exception!.Split(" at ")[0], StringComparison.Ordinal);

    private PlaceValues[] FindPlaces()
    {
        if (_pattern is null)
        {
            return [];
        }

        if (IsWritten)
        {
            var written = new GroupCounter();
            _templates.ForEach(template => written.MergePlaces(template.Counter.Places));
            return [.. written.Places];
        }

        Span<Range> buffer = stackalloc Range[TemplatePieces.MaxPieces];
        PlaceValues[] places = [.. Enumerable.Range(0, _pattern.Count).Select(_ => new PlaceValues())];
        foreach ((string template, GroupCounter counter, CollapsedPattern? pattern) in _templates)
        {
            Add(places, new TemplatePieces(TracedTemplate.Parse(template).Message, buffer), counter, pattern!.PlaceOf);
        }

        return places;
    }

    private static void Add(PlaceValues[] places, TemplatePieces words, GroupCounter counter, int[] placeOf)
    {
        int known = 0;
        for (int i = 0; i < words.Count; i++)
        {
            int own = words.IsWildcard(i) ? known++ : -1;
            int place = placeOf[i];
            if (place >= 0 && own < 0)
            {
                places[place].Add(words.WordAt(i), new PlaceLook(PlaceKind.Text), counter.Count);
            }
            else if (place >= 0 && own < counter.Places.Count)
            {
                places[place].Merge(counter.Places[own]);
            }
        }
    }

    private LogPatternPlace[] Describe()
    {
        string[] holes = IsWritten ? [.. WrittenTemplate.HolesOf(Message)] : [];
        return IsRequest || _pattern is null ? [] : [.. Places.Select((place, index) => Describe(place, index < holes.Length ? holes[index] : place.Look.Name))];
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
