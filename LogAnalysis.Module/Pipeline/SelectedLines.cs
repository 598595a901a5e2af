namespace LogAnalysis.Pipeline;

/// <summary>The lines of a follower's batch that a filter wants, and how far into the batch each of them is.</summary>
internal sealed class SelectedLines
{
    private readonly int _count;
    private readonly List<int>? _after;

    /// <param name="entries">The batch: lines, or entries that keep theirs.</param>
    /// <param name="filter">Which are wanted.</param>
    public SelectedLines(IReadOnlyList<LogEntry> entries, ReportingFilter filter)
    {
        _count = entries.Count;
        Lines = entries;
        if (filter.Inner.IncludesAll)
        {
            return;
        }

        List<LogEntry> lines = [];
        _after = [];
        for (int i = 0; i < entries.Count; i++)
        {
            if (!filter.Includes(entries[i]))
            {
                continue;
            }

            IReadOnlyList<LogEntry> own = entries[i].Lines ?? [entries[i]];
            lines.AddRange(own);
            _after.AddRange(Enumerable.Repeat(i, own.Count - 1));
            _after.Add(i + 1);
        }

        Lines = lines;
    }

    /// <summary>The lines, in their order.</summary>
    public IReadOnlyList<LogEntry> Lines { get; }

    /// <summary>How much of the batch is done with when a number of its lines were taken: an entry is with its last line.</summary>
    public int EntriesAfter(int lines) => _after is null ? lines : lines >= Lines.Count ? _count : lines == 0 ? 0 : _after[lines - 1];
}
