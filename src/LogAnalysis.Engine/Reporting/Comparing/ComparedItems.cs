using System.Globalization;
using LogAnalysis.Counting;
using LogAnalysis.Model;

namespace LogAnalysis.Reporting.Comparing;

/// <summary>Finds what two reports have counted, kind by kind.</summary>
internal static class ComparedItems
{
    /// <summary>Everything that occurs in either report.</summary>
    public static IEnumerable<ComparedItem[]> Of(ReportState before, ReportState after)
    {
        yield return Patterns(before.Errors, after.Errors);
        yield return Exceptions(before.Exceptions, after.Exceptions);
        yield return Pair(LogChangeKind.StatusCode, Statuses(before), Statuses(after), 0, 0, DescribeStatus);
        yield return Pair(LogChangeKind.Url, Urls(before), Urls(after), before.AllRequests.MaxUndercount, after.AllRequests.MaxUndercount, url => url);
        yield return Pair(LogChangeKind.Level, Levels(before), Levels(after), 0, 0, level => level);
    }

    /// <summary>
    /// Patterns that both reports share: they are found among the messages of both together, since a pattern becomes more general as it
    /// gets more messages.
    /// </summary>
    private static ComparedItem[] Patterns(TemplateState[] before, TemplateState[] after)
    {
        Dictionary<string, GroupCounter> templates = new(StringComparer.Ordinal);
        foreach (TemplateState template in before.Concat(after).Where(template => template.Template != PatternTable.Others))
        {
            string text = MessageTemplate.OfPattern(template.Template);
            GroupCounter counter = templates.TryGetValue(text, out GroupCounter? known) ? known : templates[text] = new GroupCounter();
            counter.Add(template.ToGroup([]));
        }

        Dictionary<string, PatternSum> patternOf = new(StringComparer.Ordinal);
        foreach (PatternSum pattern in PatternSum.Of(templates))
        {
            foreach (string text in pattern.Templates)
            {
                patternOf[text] = pattern;
            }
        }

        var idOf = patternOf.Values.DistinctBy(pattern => pattern.Name).ToDictionary(pattern => pattern.Name, pattern => pattern.Id, StringComparer.Ordinal);
        return Pair(LogChangeKind.Pattern, before, after, PatternTable.Others, template => patternOf[MessageTemplate.OfPattern(template)].Name, name => idOf[name]);
    }

    /// <summary>Nothing where one of the reports is of a version that did not count them: everything would be new, or gone.</summary>
    private static ComparedItem[] Exceptions(TemplateState[]? before, TemplateState[]? after) =>
        before is null || after is null ? [] : Pair(LogChangeKind.Exception, before, after, ErrorKinds.OtherExceptions, name => name, name => name);

    /// <param name="kind">What is compared.</param>
    /// <param name="before">What the first report has counted.</param>
    /// <param name="after">What the second has.</param>
    /// <param name="others">What was given up, which is no item.</param>
    /// <param name="nameOf">The name of the item that something counted is of.</param>
    /// <param name="idOf">The identifier of a name.</param>
    private static ComparedItem[] Pair(
        LogChangeKind kind, TemplateState[] before, TemplateState[] after, string others, Func<string, string> nameOf, Func<string, string> idOf)
    {
        ILookup<string, TemplateState> old = ByName(before);
        ILookup<string, TemplateState> now = ByName(after);
        return
        [
            .. old.Concat(now).Select(states => states.Key).Distinct(StringComparer.Ordinal).Select(name =>
                new ComparedItem(kind, name, idOf(name), old[name].Sum(state => state.Count), now[name].Sum(state => state.Count))
                {
                    Example = ExampleOf(now[name]) ?? ExampleOf(old[name]),
                }),
        ];

        ILookup<string, TemplateState> ByName(TemplateState[] states) =>
            states.Where(state => state.Template != others).ToLookup(state => nameOf(state.Template), StringComparer.Ordinal);
    }

    private static string? ExampleOf(IEnumerable<TemplateState> templates) =>
        templates.OrderBy(template => template.First ?? DateTimeOffset.MaxValue).FirstOrDefault(template => template.Example is not null)?.Example;

    /// <param name="kind">What is compared.</param>
    /// <param name="before">The counts of the first report.</param>
    /// <param name="after">The counts of the second.</param>
    /// <param name="oldest">What a value may have at most that the first report does not know: it forgets the rarest of many.</param>
    /// <param name="newest">The same of the second.</param>
    /// <param name="describe">The name of a value.</param>
    private static ComparedItem[] Pair(
        LogChangeKind kind, IReadOnlyDictionary<string, long> before, IReadOnlyDictionary<string, long> after, long oldest, long newest, Func<string, string> describe) =>
        [
            .. before.Keys.Union(after.Keys, StringComparer.Ordinal)
                .Select(key => new ComparedItem(kind, describe(key), key, before.GetValueOrDefault(key, oldest), after.GetValueOrDefault(key, newest))),
        ];

    private static Dictionary<string, long> Levels(ReportState state) => Enumerable.Range(0, state.Levels.Length)
        .Where(level => state.Levels[level] > 0 && Enum.IsDefined((LogLevel)level))
        .ToDictionary(level => ((LogLevel)level).ToString(), level => state.Levels[level], StringComparer.Ordinal);

    /// <summary>URLs, whatever the method: older versions did not count those.</summary>
    private static Dictionary<string, long> Urls(ReportState state) => state.AllRequests.Endpoints
        .GroupBy(endpoint => EndpointLists.UrlOf(endpoint.Name), endpoint => endpoint.Count, StringComparer.Ordinal)
        .ToDictionary(url => url.Key, url => url.Sum(), StringComparer.Ordinal);

    private static Dictionary<string, long> Statuses(ReportState state) => state.StatusCodes
        .GroupBy(code => code.Code)
        .ToDictionary(codes => codes.Key.ToString(CultureInfo.InvariantCulture), codes => codes.Sum(code => code.Count), StringComparer.Ordinal);

    private static string DescribeStatus(string code) => $"{code} {HttpStatus.ReasonOf(int.Parse(code, CultureInfo.InvariantCulture))}".TrimEnd();
}
