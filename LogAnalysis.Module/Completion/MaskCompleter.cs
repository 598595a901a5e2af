using LogAnalysis.Counting;

namespace LogAnalysis.Completion;

/// <summary>Completes the names of masks that users have registered, each with what it matches.</summary>
internal sealed class MaskCompleter : ValueCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<Candidate> Candidates =>
        LogMasks.Registered.All.OrderBy(mask => mask.Name, StringComparer.Ordinal).Select(mask => new Candidate(mask.Name, mask.Pattern));
}
