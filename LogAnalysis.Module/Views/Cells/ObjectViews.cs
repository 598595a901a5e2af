using System.Management.Automation;

namespace LogAnalysis.Views.Cells;

/// <summary>
/// The hidden properties that <c>LogAnalysis.types.ps1xml</c> gives the module's objects, also those that came back from a job, a file or
/// another machine. Each method is named after the type of the object.
/// </summary>
public static class ObjectViews
{
    /// <summary>The cells of an entry.</summary>
    public static object LogEntry(PSObject source) => new EntryView(source);

    /// <summary>The cells of a summary.</summary>
    public static object LogErrorSummary(PSObject source) => new ErrorSummaryView(source);

    /// <summary>The cells of a group.</summary>
    public static object LogErrorGroup(PSObject source) => new ErrorGroupView(source);

    /// <summary>The cells of a response.</summary>
    public static object LogStatusCode(PSObject source) => new StatusCodeView(source);

    /// <summary>The cells of a status.</summary>
    public static object LogStatusCodeCount(PSObject source) => new StatusCodeCountView(source);

    /// <summary>The cells of a report.</summary>
    public static object LogReport(PSObject source) => new ReportView(source);

    /// <summary>The cells of a finding.</summary>
    public static object LogFinding(PSObject source) => new FindingView(source);

    /// <summary>The cells of a level.</summary>
    public static object LogLevelCount(PSObject source) => new LevelCountView(source);

    /// <summary>The cells of an interval.</summary>
    public static object LogTimeBucket(PSObject source) => new TimeBucketView(source);

    /// <summary>The cells of a file.</summary>
    public static object LogFileCount(PSObject source) => new FileCountView(source);

    /// <summary>The cells of an endpoint.</summary>
    public static object LogUrlCount(PSObject source) => new UrlCountView(source);

    /// <summary>The cells of a client.</summary>
    public static object LogClientCount(PSObject source) => new ClientCountView(source);

    /// <summary>The cells of a kind of user agent.</summary>
    public static object LogUserAgentCount(PSObject source) => new UserAgentCountView(source);

    /// <summary>The cells of an hour of the week.</summary>
    public static object LogHourCount(PSObject source) => new HourCountView(source);

    /// <summary>The cells of a value.</summary>
    public static object LogTopValue(PSObject source) => new TopValueView(source);

    /// <summary>The cells of response times.</summary>
    public static object LogPercentiles(PSObject source) => new PercentilesView(source);

    /// <summary>The cells of a change.</summary>
    public static object LogReportChange(PSObject source) => new ReportChangeView(source);

    /// <summary>The cells of a field.</summary>
    public static object LogFieldSummary(PSObject source) => new FieldSummaryView(source);

    /// <summary>The cells of the statistics of a field.</summary>
    public static object LogFieldStatistics(PSObject source) => new FieldStatisticsView(source);

    /// <summary>The lists and times of an object, with text that can be read.</summary>
    public static object Readable(PSObject source) => new ReadableValues(source);
}
