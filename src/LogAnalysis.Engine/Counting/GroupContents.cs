using LogAnalysis.Model;

namespace LogAnalysis.Counting;

/// <summary>What was counted of a group beyond what is shown, so that groups merge.</summary>
/// <param name="Places">What was in each place of its template; none where it is of no template, or of several.</param>
/// <param name="Templates">The templates that make a pattern; none for other groups.</param>
internal sealed record GroupContents(IReadOnlyList<PlaceValues> Places, IReadOnlyList<LogErrorGroup> Templates) : IGroupContents
{
    /// <summary>The least serious level that was counted.</summary>
    public LogLevel MinimumLevel { get; init; }

    /// <inheritdoc/>
    public LogMergeState? Pack() => Templates.Count == 0 ? null : PatternState.Pack(Templates, MinimumLevel);
}
