using LogAnalysis.Counting;

namespace LogAnalysis.Reporting;

/// <summary>Says what a reader of a report cannot see from its figures.</summary>
internal static class ReportNotes
{
    /// <summary>The notes; none where there is nothing to say.</summary>
    /// <param name="timeline">The timeline of the report.</param>
    /// <param name="offset">The offset of the log.</param>
    public static string[] Of(TimelineView timeline, TimeSpan offset)
    {
        if (timeline.OmittedEntries == 0)
        {
            return [];
        }

        (string from, string to) = (DayOf(timeline.OmittedFrom, offset), DayOf(timeline.OmittedTo, offset));
        string days = from == to ? from : $"{from} to {to}";
        return [$"{DisplayFormat.Count(timeline.OmittedEntries)} {(timeline.OmittedEntries == 1 ? "entry is" : "entries are")} dated {days}, far from all others, and in no chart."];
    }

    private static string DayOf(DateTimeOffset time, TimeSpan offset) => DisplayFormat.Time(DisplayFormat.InZone(time, offset))[..10];
}
