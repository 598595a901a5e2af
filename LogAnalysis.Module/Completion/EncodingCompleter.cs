using LogAnalysis.Paths;

namespace LogAnalysis.Completion;

/// <summary>Completes the names of encodings, each with what it is.</summary>
internal sealed class EncodingCompleter : ValueCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<Candidate> Candidates =>
        EncodingNames.Common.Select(name => new Candidate(name, EncodingNames.Find(name)?.EncodingName ?? name));
}
