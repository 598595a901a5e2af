using LogAnalysis.Reading;

namespace LogAnalysis.Pipeline;

/// <summary>Selects among the entries of one file that come through the pipeline.</summary>
/// <param name="tail">How many of the last ones are wanted; null for all.</param>
/// <param name="around">How many entries around each are wanted.</param>
/// <param name="isKept">Whether they are kept until the end.</param>
/// <param name="keepsAll">Whether those are kept, too, that are not wanted.</param>
internal sealed class PipedFile(int? tail, EntryContext around, bool isKept, bool keepsAll)
{
    private readonly ContextWindow _window = new(around);
    private readonly LastEntries? _last = tail is int count ? new LastEntries(count, around) : null;
    private readonly List<LogEntry> _kept = [];

    /// <summary>What was kept.</summary>
    public IEnumerable<LogEntry> Kept => _last?.ToEntries() ?? _kept;

    /// <summary>Takes the next entry.</summary>
    /// <returns>What is to be written now.</returns>
    public IEnumerable<LogEntry> Add(LogEntry entry, bool isWanted)
    {
        if (_last is not null)
        {
            _last.Add(entry, isWanted);
            return [];
        }

        if (!isKept)
        {
            return _window.Add(entry, isWanted);
        }

        if (isWanted || keepsAll)
        {
            _kept.Add(entry);
        }

        return [];
    }
}
