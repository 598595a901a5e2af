using System.Collections;

namespace LogAnalysis.Completion;

/// <summary>Completes what errors are grouped by: what every log has, and the fields of the file that the command line names.</summary>
internal sealed class GroupingCompleter : ValueCompleter
{
    private static readonly FieldNameCompleter Fields = new();

    /// <inheritdoc/>
    protected override IEnumerable<Candidate> Candidates =>
    [
        new(nameof(ErrorGroupKey.Pattern), "What messages have in common"),
        new(nameof(ErrorGroupKey.Exception), "The exception, and where it was thrown"),
        new(nameof(ErrorGroupKey.Level), "The level"),
        new(nameof(ErrorGroupKey.Path), "The file"),
        new(nameof(ErrorGroupKey.StatusCode), "The HTTP status"),
    ];

    /// <inheritdoc/>
    protected internal override IEnumerable<Candidate> CandidatesFor(IDictionary bound) => Candidates.Concat(Fields.CandidatesFor(bound)).DistinctBy(candidate => candidate.Text);
}
