using System.Globalization;

namespace LogAnalysis.Completion;

/// <summary>Completes points in time that are often wanted: spans back from now, the beginnings of today and of yesterday.</summary>
internal sealed class MomentCompleter : ValueCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<Candidate> Candidates
    {
        get
        {
            DateTime now = DateTime.Now;
            return
            [
                Back("-15m", "15 minutes", now.AddMinutes(-15)),
                Back("-1h", "1 hour", now.AddHours(-1)),
                Back("-6h", "6 hours", now.AddHours(-6)),
                Back("-24h", "24 hours", now.AddHours(-24)),
                Back("-7d", "7 days", now.AddDays(-7)),
                new("00:00", "the beginning of today"),
                new(Day(now), "today"),
                new(Day(now.AddDays(-1)), "yesterday"),
            ];
        }
    }

    private static Candidate Back(string text, string span, DateTime moment) =>
        new(text, string.Create(CultureInfo.InvariantCulture, $"{span} ago: {moment:yyyy-MM-dd HH:mm}"));

    private static string Day(DateTime moment) => moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
