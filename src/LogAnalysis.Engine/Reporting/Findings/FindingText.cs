using System.Globalization;
using LogAnalysis.Counting;

namespace LogAnalysis.Reporting.Findings;

/// <summary>Says what was found in words.</summary>
/// <param name="offset">The offset of the log, in which times are told.</param>
/// <param name="from">The first year of the log.</param>
/// <param name="to">The last year of the log.</param>
internal sealed class FindingText(TimeSpan offset, int from, int to)
{
    /// <summary>Beyond this, how many times as many as usual says less than the numbers.</summary>
    private const double MaxRatio = 200;

    private const long Minute = 60;

    /// <summary>From this number of seconds on, a time is told to the minute.</summary>
    private const long MinMinutes = 10 * Minute;

    /// <summary>How many there were and when, such as <c>Errors 20 times the usual on 15 May 14:00 to 17:00</c>.</summary>
    /// <param name="incident">What was found.</param>
    /// <param name="noun">What was counted, such as <c>errors</c>.</param>
    /// <param name="total">How many the log has.</param>
    /// <param name="isOpen">Whether the log ends with it.</param>
    public string Summarize(Incident incident, string noun, long total, bool isOpen)
    {
        string when = isOpen ? $"since {At(incident.From)}" : Between(incident.From, incident.To);
        double ratio = incident.Count / Math.Max(incident.Usual, double.Epsilon);
        return incident.Count == total ? $"All {DisplayFormat.Count(total)} {noun} {when}"
            : incident.Usual < 1 || ratio > MaxRatio ? $"{DisplayFormat.Count(incident.Count)} of {DisplayFormat.Count(total)} {noun} {when}"
            : $"{Capitalize(noun)} {Times(ratio)} times the usual {when}";
    }

    /// <summary>The same of several times, of which the one with the most is told.</summary>
    public string SummarizeSeveral(Incident[] incidents, string noun)
    {
        Incident highest = incidents.MaxBy(incident => incident.Excess)!;
        string count = highest.Usual < 1 ? DisplayFormat.Count(highest.Count) : $"{Times(highest.Count / highest.Usual)} times the usual";
        return $"{Capitalize(noun)} peak {DisplayFormat.Count(incidents.Length)} times, most {Between(highest.From, highest.To)}: {count}";
    }

    private static string Capitalize(string noun) => char.ToUpperInvariant(noun[0]) + noun[1..];

    /// <summary>With two digits: more would not be known.</summary>
    private static string Times(double ratio)
    {
        double unit = Math.Pow(10, Math.Max(0, Math.Floor(Math.Log10(ratio)) - 1));
        double rounded = Math.Round(ratio / unit) * unit;
        return ratio < 10 ? ratio.ToString("0.#", CultureInfo.InvariantCulture) : DisplayFormat.Count((long)rounded);
    }

    private string Between(long start, long end)
    {
        if (end - start >= MinMinutes)
        {
            (start, end) = (start - (start % Minute), end + ((Minute - (end % Minute)) % Minute));
        }

        (DateTimeOffset first, DateTimeOffset last) = (In(start), In(end));
        bool isOneDay = first.Date == last.Date || (last.TimeOfDay == TimeSpan.Zero && first.Date == last.Date.AddDays(-1));
        return end - start <= 1 ? $"on {At(start)}"
            : isOneDay ? $"on {Day(first)} {Clock(first)} to {(last.TimeOfDay == TimeSpan.Zero ? "24:00" : Clock(last))}"
            : $"from {At(start)} to {At(end)}";
    }

    private string At(long second) => $"{Day(In(second))} {Clock(In(second))}";

    /// <summary>The day, with the year where the log has several.</summary>
    private string Day(DateTimeOffset time) => time.ToString(from == to ? "d MMMM" : "d MMMM yyyy", CultureInfo.InvariantCulture);

    private static string Clock(DateTimeOffset time) => time.ToString(time.Second == 0 ? "HH:mm" : "HH:mm:ss", CultureInfo.InvariantCulture);

    private DateTimeOffset In(long second) => DisplayFormat.InZone(TimelineLayout.At(second), offset);
}
