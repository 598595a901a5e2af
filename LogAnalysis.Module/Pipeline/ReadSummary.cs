using System.Management.Automation;
using LogAnalysis.Errors;
using LogAnalysis.Parsing;
using LogAnalysis.Reporting;
using LogAnalysis.Text;
using LogAnalysis.Times;
using LogAnalysis.Views;

namespace LogAnalysis.Pipeline;

/// <summary>
/// Tells users what was read: each source with <c>-Verbose</c>, and which times there are where a span of time was asked for that has none.
/// </summary>
/// <param name="cmdlet">Where to tell it.</param>
/// <param name="statistics">What was read.</param>
internal sealed class ReadSummary(PSCmdlet cmdlet, ReadStatistics statistics)
{
    private const string VerbosePreference = "VerbosePreference";

    /// <summary>Whether the user has asked for verbose messages, for this command or for the session.</summary>
    public static bool IsVerbose(PSCmdlet cmdlet) => cmdlet.MyInvocation.BoundParameters.TryGetValue("Verbose", out object? given)
        ? (SwitchParameter)given
        : cmdlet.GetVariableValue(VerbosePreference) is { } preference && LanguagePrimitives.ConvertTo<ActionPreference>(preference) is not (ActionPreference.SilentlyContinue or ActionPreference.Ignore);

    /// <summary>Writes a verbose message for each source.</summary>
    public void WriteVerbose()
    {
        foreach (SourceStatistics source in statistics.Sources)
        {
            cmdlet.WriteDetail(Describe(source));
        }
    }

    /// <summary>Warns where there are entries, and none is in the span that was asked for.</summary>
    public void WarnOfEmptySpan()
    {
        if (statistics.Sources.Sum(source => source.Entries) == 0 || statistics.Sources.Any(source => source.InSpan > 0))
        {
            return;
        }

        var times = default(TimeRange);
        foreach (SourceStatistics source in statistics.Sources)
        {
            times.Merge(source.Times);
        }

        cmdlet.Warn(times.First is null
            ? "No entry has a time that can be read, and -Since and -Until select by time."
            : $"No entry is in the span of -Since and -Until. The log has times from {SpanOf(times)}.");
    }

    private static string Describe(SourceStatistics source)
    {
        string name = source.Path.Length == 0 ? "The pipeline" : $"'{source.Path}'";
        if (source.Lines == 0)
        {
            return $"{name}: no lines.";
        }

        string formats = source.Entries == 0 ? "no entries" : $"format {string.Join(", ", source.Formats.Names)}";
        string times = source.Times.First is null ? "no times" : $"times from {SpanOf(source.Times)}";
        long excluded = source.Entries - source.Wanted;
        string filter = excluded == 0 ? string.Empty : $", {DisplayFormat.Count(excluded)} of them left out by the filter";
        return $"{name}: {CountText.Of(source.Lines, "line", "lines")}, {CountText.Of(source.Entries, "entry", "entries")}{filter}; {formats}; "
            + $"{CountText.Of(source.UnknownLines, "line", "lines")} in no known format; {times}.";
    }

    private static string SpanOf(TimeRange times) => $"{ConsoleText.Time(times.First)} to {ConsoleText.Time(times.Last)}";
}
