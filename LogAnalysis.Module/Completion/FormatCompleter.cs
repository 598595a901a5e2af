using LogAnalysis.Formats;

namespace LogAnalysis.Completion;

/// <summary>Completes the names of log formats, each with what writes it.</summary>
internal class FormatCompleter : ValueCompleter
{
    /// <inheritdoc/>
    protected sealed override IEnumerable<Candidate> Candidates =>
        Formats.OrderBy(format => format.Name, StringComparer.Ordinal).Select(format => new Candidate(format.Name, format.Description));

    /// <summary>The formats to offer.</summary>
    private protected virtual IEnumerable<LogFormat> Formats => LogFormats.All;
}
