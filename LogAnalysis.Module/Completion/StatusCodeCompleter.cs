using System.Globalization;
using System.Management.Automation;
using LogAnalysis.Counting;
using LogAnalysis.Model;

namespace LogAnalysis.Completion;

/// <summary>Completes HTTP statuses, by their numbers and by their names: <c>-Code not</c> is 404 too.</summary>
internal sealed class StatusCodeCompleter : ValueCompleter
{
    private static readonly Candidate[] Classes =
    [
        new("1xx", "Informational responses", "1xx Informational"),
        new("2xx", "Successful responses", "2xx Success"),
        new("3xx", "Redirects, and what has not changed", "3xx Redirection"),
        new("4xx", "Requests that were not in order", "4xx Client error"),
        new("5xx", "Requests that the server failed on", "5xx Server error"),
    ];

    private static readonly Candidate[] Codes =
    [
        .. from code in Enumerable.Range(StatusCodeFilter.Lowest, StatusCodeFilter.Highest - StatusCodeFilter.Lowest + 1)
           let reason = HttpStatus.ReasonOf(code)
           where reason is not null
           let text = code.ToString(CultureInfo.InvariantCulture)
           select new Candidate(text, reason, $"{text} {reason}"),
    ];

    /// <inheritdoc/>
    protected override IEnumerable<Candidate> Candidates => [.. Classes, .. Codes];

    /// <inheritdoc/>
    protected override bool IsMatch(Candidate candidate, WildcardPattern typed) =>
        base.IsMatch(candidate, typed) || Array.Exists(candidate.Label!.Split(' '), typed.IsMatch);
}
