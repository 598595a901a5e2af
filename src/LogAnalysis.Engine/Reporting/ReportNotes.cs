using LogAnalysis.Counting;
using LogAnalysis.Files;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Reporting;

/// <summary>Says what a reader of a report cannot see from its figures.</summary>
internal sealed class ReportNotes
{
    private readonly TimeAssumptions _times = new();
    private readonly ReadFailures _failures = new();

    /// <summary>What is saved of them.</summary>
    public NotesState State => new(_times.AssumedZones, _times.AreYearsAssumed, _failures.Skipped, _failures.Cut);

    /// <summary>Takes the first line of an entry that has a time.</summary>
    public void Add(in LogLine line) => _times.Add(in line);

    /// <summary>Takes a file that could not be read, or not to its end.</summary>
    public void Add(LogFileException failure) => _failures.Add(failure);

    /// <summary>Adds what was found elsewhere; nothing where that is not known.</summary>
    public void Add(NotesState? state)
    {
        if (state is not null)
        {
            _times.Add(state.Zones.Select(zone => ControlCharacters.Escape(zone)), state.AreYearsAssumed);
            _failures.Add(state.Skipped.Select(file => ControlCharacters.Escape(file)), state.Cut.Select(file => ControlCharacters.Escape(file)));
        }
    }

    /// <summary>The notes; none where there is nothing to say.</summary>
    /// <param name="timeline">The timeline of the report.</param>
    /// <param name="offset">The offset of the log.</param>
    public string[] ToTexts(TimelineView timeline, TimeSpan offset) => [.. Assumptions(), .. Omitted(timeline, offset), .. _failures.Notes];

    private IEnumerable<string> Assumptions()
    {
        if (_times.AssumedZones is { Length: > 0 } zones)
        {
            yield return $"Times that state no zone are read as {string.Join(", ", zones)}.";
        }

        if (_times.AreYearsAssumed)
        {
            yield return "Times state no year; the file's own date decides.";
        }
    }

    private static IEnumerable<string> Omitted(TimelineView timeline, TimeSpan offset)
    {
        if (timeline.OmittedEntries > 0)
        {
            (string from, string to) = (DayOf(timeline.OmittedFrom, offset), DayOf(timeline.OmittedTo, offset));
            string days = from == to ? from : $"{from} to {to}";
            yield return $"{DisplayFormat.Count(timeline.OmittedEntries)} {(timeline.OmittedEntries == 1 ? "entry is" : "entries are")} dated {days}, far from all others, and in no chart.";
        }
    }

    private static string DayOf(DateTimeOffset time, TimeSpan offset) => DisplayFormat.Time(DisplayFormat.InZone(time, offset))[..10];
}
