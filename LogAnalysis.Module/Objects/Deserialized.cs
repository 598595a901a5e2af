using System.Management.Automation;
using LogAnalysis.Reporting;

namespace LogAnalysis.Objects;

/// <summary>
/// Makes the module's objects again of what comes back from jobs, <c>Import-Clixml</c> and remoting: objects that have their properties,
/// and <c>Deserialized.</c> before the names of their types.
/// </summary>
internal static class Deserialized
{
    private const string Prefix = "Deserialized.LogAnalysis.";

    /// <summary>The object that this was; null where it was none of the module's, or cannot be known for one.</summary>
    public static object? Restore(PSObject input)
    {
        var bag = new PropertyBag(input);
        string? type = input.TypeNames.FirstOrDefault(name => name.StartsWith(Prefix, StringComparison.Ordinal) && !name.Contains('#', StringComparison.Ordinal));
        return type?[Prefix.Length..] switch
        {
            nameof(LogReport) => ToReport(bag),
            nameof(LogErrorSummary) => ToSummary(bag),
            nameof(LogErrorGroup) => ToGroup(bag),
            nameof(LogStatusCode) => ToStatusCode(bag),
            nameof(LogStatusCodeCount) => ToStatusCodeCount(bag),
            nameof(LogEntry) => new DeserializedEntry(bag.Text(nameof(LogEntry.Text)) ?? string.Empty, bag.Text(nameof(LogEntry.Path))),
            // A report that went through JSON has lost the name of its type, and nothing that merging needs.
            null when bag.Text(nameof(LogReport.MergeState)) is not null => ToReport(bag),
            _ => null,
        };
    }

    /// <summary>
    /// How many patterns, URLs and clients a report shows at most: as many as its longest list has; as many as where nobody says, where a
    /// list did not come through.
    /// </summary>
    public static int TopOf(PSObject report)
    {
        var bag = new PropertyBag(report);
        string[] lists = [nameof(LogReport.ErrorPatterns), nameof(LogReport.TopUrls), nameof(LogReport.TopClients)];
        return lists.Max(list => bag.Count(list) ?? ReportOptions.DefaultTop);
    }

    /// <summary>The report that this was.</summary>
    public static LogReport ToReport(PropertyBag bag) => new()
    {
        Paths = bag.Texts(nameof(LogReport.Paths)),
        Formats = bag.Texts(nameof(LogReport.Formats)),
        From = bag.Time(nameof(LogReport.From)),
        To = bag.Time(nameof(LogReport.To)),
        Bytes = bag.Get<long>(nameof(LogReport.Bytes)),
        Lines = bag.Get<long>(nameof(LogReport.Lines)),
        Entries = bag.Get<long>(nameof(LogReport.Entries)),
        Errors = bag.Get<long>(nameof(LogReport.Errors)),
        Warnings = bag.Get<long>(nameof(LogReport.Warnings)),
        ErrorRate = bag.Get<double>(nameof(LogReport.ErrorRate)),
        Unparsed = bag.Get<long>(nameof(LogReport.Unparsed)),
        Levels = [.. bag.Bags(nameof(LogReport.Levels)).Select(ToLevelCount)],
        ErrorPatterns = [.. bag.Bags(nameof(LogReport.ErrorPatterns)).Select(ToGroup)],
        StatusCodes = [.. bag.Bags(nameof(LogReport.StatusCodes)).Select(ToStatusCodeCount)],
        Timeline = [.. bag.Bags(nameof(LogReport.Timeline)).Select(ToTimeBucket)],
        BucketSize = bag.Get<TimeSpan>(nameof(LogReport.BucketSize)),
        TopUrls = [.. bag.Bags(nameof(LogReport.TopUrls)).Select(ToTopValue)],
        TopClients = [.. bag.Bags(nameof(LogReport.TopClients)).Select(ToTopValue)],
        ResponseBytes = bag.Find<long>(nameof(LogReport.ResponseBytes)),
        ResponseTime = bag.Bag(nameof(LogReport.ResponseTime)) is PropertyBag times ? ToPercentiles(times) : null,
        MergeState = bag.Text(nameof(LogReport.MergeState)),
    };

    private static LogLevelCount ToLevelCount(PropertyBag bag) => new()
    {
        Level = bag.Get<LogLevel>(nameof(LogLevelCount.Level)),
        Count = bag.Get<long>(nameof(LogLevelCount.Count)),
    };

    private static LogTimeBucket ToTimeBucket(PropertyBag bag) => new()
    {
        Start = bag.Time(nameof(LogTimeBucket.Start)) ?? default,
        Entries = bag.Get<long>(nameof(LogTimeBucket.Entries)),
        Errors = bag.Get<long>(nameof(LogTimeBucket.Errors)),
        Warnings = bag.Get<long>(nameof(LogTimeBucket.Warnings)),
        Successes = bag.Get<long>(nameof(LogTimeBucket.Successes)),
        Redirects = bag.Get<long>(nameof(LogTimeBucket.Redirects)),
        ClientErrors = bag.Get<long>(nameof(LogTimeBucket.ClientErrors)),
        ServerErrors = bag.Get<long>(nameof(LogTimeBucket.ServerErrors)),
    };

    private static LogTopValue ToTopValue(PropertyBag bag) => new()
    {
        Value = bag.Text(nameof(LogTopValue.Value)) ?? string.Empty,
        Count = bag.Get<long>(nameof(LogTopValue.Count)),
        Percent = bag.Get<double>(nameof(LogTopValue.Percent)),
        MaxUndercount = bag.Get<long>(nameof(LogTopValue.MaxUndercount)),
    };

    private static LogPercentiles ToPercentiles(PropertyBag bag) => new()
    {
        Count = bag.Get<long>(nameof(LogPercentiles.Count)),
        P50 = bag.Get<TimeSpan>(nameof(LogPercentiles.P50)),
        P90 = bag.Get<TimeSpan>(nameof(LogPercentiles.P90)),
        P95 = bag.Get<TimeSpan>(nameof(LogPercentiles.P95)),
        P99 = bag.Get<TimeSpan>(nameof(LogPercentiles.P99)),
        Max = bag.Get<TimeSpan>(nameof(LogPercentiles.Max)),
    };

    private static LogErrorSummary ToSummary(PropertyBag bag) => new()
    {
        Path = bag.Text(nameof(LogErrorSummary.Path)),
        Lines = bag.Get<long>(nameof(LogErrorSummary.Lines)),
        Entries = bag.Get<long>(nameof(LogErrorSummary.Entries)),
        Errors = bag.Get<long>(nameof(LogErrorSummary.Errors)),
        Critical = bag.Get<long>(nameof(LogErrorSummary.Critical)),
        Warnings = bag.Get<long>(nameof(LogErrorSummary.Warnings)),
        ErrorRate = bag.Get<double>(nameof(LogErrorSummary.ErrorRate)),
        FirstError = bag.Time(nameof(LogErrorSummary.FirstError)),
        LastError = bag.Time(nameof(LogErrorSummary.LastError)),
        LastMessage = bag.Text(nameof(LogErrorSummary.LastMessage)),
        WindowStart = bag.Time(nameof(LogErrorSummary.WindowStart)),
        WindowEnd = bag.Time(nameof(LogErrorSummary.WindowEnd)),
    };

    private static LogErrorGroup ToGroup(PropertyBag bag) => new()
    {
        By = bag.Get<ErrorGroupKey>(nameof(LogErrorGroup.By)),
        Name = bag.Text(nameof(LogErrorGroup.Name)) ?? string.Empty,
        Count = bag.Get<long>(nameof(LogErrorGroup.Count)),
        Percent = bag.Get<double>(nameof(LogErrorGroup.Percent)),
        Level = bag.Get<LogLevel>(nameof(LogErrorGroup.Level)),
        First = bag.Time(nameof(LogErrorGroup.First)),
        Last = bag.Time(nameof(LogErrorGroup.Last)),
        Example = bag.Text(nameof(LogErrorGroup.Example)),
        Paths = bag.Texts(nameof(LogErrorGroup.Paths)),
    };

    private static LogStatusCode ToStatusCode(PropertyBag bag) => new()
    {
        Code = bag.Get<int>(nameof(LogStatusCode.Code)),
        Method = bag.Text(nameof(LogStatusCode.Method)),
        Url = bag.Text(nameof(LogStatusCode.Url)),
        Client = bag.Text(nameof(LogStatusCode.Client)),
        Bytes = bag.Find<long>(nameof(LogStatusCode.Bytes)),
        Duration = bag.Find<TimeSpan>(nameof(LogStatusCode.Duration)),
        Timestamp = bag.Time(nameof(LogStatusCode.Timestamp)),
        Path = bag.Text(nameof(LogStatusCode.Path)),
        LineNumber = bag.Find<long>(nameof(LogStatusCode.LineNumber)),
        Text = bag.Text(nameof(LogStatusCode.Text)) ?? string.Empty,
    };

    private static LogStatusCodeCount ToStatusCodeCount(PropertyBag bag) => new()
    {
        Code = bag.Get<int>(nameof(LogStatusCodeCount.Code)),
        Count = bag.Get<long>(nameof(LogStatusCodeCount.Count)),
        Percent = bag.Get<double>(nameof(LogStatusCodeCount.Percent)),
        First = bag.Time(nameof(LogStatusCodeCount.First)),
        Last = bag.Time(nameof(LogStatusCodeCount.Last)),
    };
}
