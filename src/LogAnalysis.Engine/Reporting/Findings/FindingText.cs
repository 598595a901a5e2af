using System.Globalization;
using LogAnalysis.Counting;

namespace LogAnalysis.Reporting.Findings;

/// <summary>Says what was found in words: how many there were, how many are usual, and when.</summary>
/// <param name="offset">The offset of the log, in which times are told.</param>
/// <param name="first">When the log begins.</param>
/// <param name="last">When its last part begins.</param>
internal sealed class FindingText(TimeSpan offset, DateTimeOffset first, DateTimeOffset last)
{
    private const long Minute = 60;

    /// <summary>From this number of seconds on, a time is told to the minute.</summary>
    private const long MinMinutes = 10 * Minute;

    /// <summary>In which times less than one is told, the shortest first.</summary>
    private static readonly (TimeSpan Length, string Name)[] Units = [(TimeSpan.FromMinutes(1), "a minute"), (TimeSpan.FromHours(1), "an hour"), (TimeSpan.FromDays(1), "a day"), (TimeSpan.FromDays(7), "a week")];

    private readonly DateTimeOffset _first = DisplayFormat.InZone(first, offset);
    private readonly DateTimeOffset _last = DisplayFormat.InZone(last, offset);

    /// <summary>How many there are in a second of the rest of the log, on average.</summary>
    public double PerSecond { get; init; }

    /// <summary>How many there were and when, such as <c>234 errors (usually 3) on 15 May 14:00 to 17:00</c>.</summary>
    /// <param name="incident">What was found.</param>
    /// <param name="noun">What was counted, such as <c>errors</c>.</param>
    /// <param name="total">How many the log has.</param>
    /// <param name="isOpen">Whether the log ends with it.</param>
    public string Summarize(Incident incident, string noun, long total, bool isOpen)
    {
        string when = isOpen ? $"since {At(incident.From)}" : Between(incident.From, incident.To);
        string count = DisplayFormat.Count(incident.Count);
        return incident.Count == total ? $"All {count} {noun} {when}"
            : incident.Usual >= 1 ? $"{count} {noun}{UsuallyOf(incident)} {when}"
            : $"{count} of {DisplayFormat.Count(total)} {noun}{UsuallyOf(incident)} {when}";
    }

    /// <summary>The same of several times, of which the one with the most is told.</summary>
    public string SummarizeSeveral(Incident[] incidents, string noun)
    {
        Incident highest = incidents.MaxBy(incident => incident.Excess)!;
        return $"{char.ToUpperInvariant(noun[0])}{noun[1..]} peak {DisplayFormat.Count(incidents.Length)} times, most {Between(highest.From, highest.To)}: {DisplayFormat.Count(highest.Count)}{UsuallyOf(highest)}";
    }

    /// <summary>
    /// How many are usual in such a time, <c> (usually 3)</c>; where that is less than one, how many the rest of the log has in the shortest unit of time that has one,
    /// <c> (usually 2 a day)</c>. Nothing where the log is shorter than that.
    /// </summary>
    private string UsuallyOf(Incident incident)
    {
        if (incident.Usual >= 1)
        {
            return $" (usually {DisplayFormat.Count((long)Math.Round(incident.Usual))})";
        }

        (TimeSpan length, string name) = Array.Find(Units, unit => PerSecond * unit.Length.TotalSeconds >= 1);
        return name is null || length > _last - _first ? string.Empty : $" (usually {DisplayFormat.Count((long)Math.Round(PerSecond * length.TotalSeconds))} {name})";
    }

    private string Between(long start, long end)
    {
        if (end - start >= MinMinutes)
        {
            (start, end) = (start - (start % Minute), end + ((Minute - (end % Minute)) % Minute));
        }

        (DateTimeOffset from, DateTimeOffset to) = (In(start), In(end));
        bool isOneDay = from.Date == to.Date || (to.TimeOfDay == TimeSpan.Zero && from.Date == to.Date.AddDays(-1));
        return end - start <= 1 ? $"on {At(start)}"
            : isOneDay ? $"on {Day(from)} {Clock(from)} to {(to.TimeOfDay == TimeSpan.Zero ? "24:00" : Clock(to))}"
            : $"from {At(start)} to {At(end)}";
    }

    private string At(long second) => $"{Day(In(second))} {Clock(In(second))}";

    /// <summary>The day, with the year where the log has several.</summary>
    private string Day(DateTimeOffset time) => time.ToString(_first.Year == _last.Year ? "d MMMM" : "d MMMM yyyy", CultureInfo.InvariantCulture);

    private static string Clock(DateTimeOffset time) => time.ToString(time.Second == 0 ? "HH:mm" : "HH:mm:ss", CultureInfo.InvariantCulture);

    private DateTimeOffset In(long second) => DisplayFormat.InZone(TimelineLayout.At(second), offset);
}
