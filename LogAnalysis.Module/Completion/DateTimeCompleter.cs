using System.Globalization;

namespace LogAnalysis.Completion;

/// <summary>Completes points in time that are often wanted: spans back from now, the beginnings of today and of yesterday.</summary>
internal sealed class DateTimeCompleter : ValueCompleter
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
                Beginning("today", now.Date),
                Beginning("yesterday", now.Date.AddDays(-1)),
            ];
        }
    }

    private static Candidate Back(string text, string span, DateTime moment) =>
        new(text, string.Create(CultureInfo.InvariantCulture, $"{span} ago: {moment:yyyy-MM-dd HH:mm}"));

    private static Candidate Beginning(string day, DateTime moment) =>
        new(day, string.Create(CultureInfo.InvariantCulture, $"the beginning of {moment:yyyy-MM-dd}"));
}
