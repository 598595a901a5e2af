using LogAnalysis.Model;
using LogAnalysis.Querying;

namespace LogAnalysis.Parsing;

/// <summary>
/// Decides by a filter about each entry, once. Lines that come when their entry has been passed on already, since other containers or files have
/// begun entries meanwhile, go where it went.
/// </summary>
/// <param name="filter">Which entries are wanted.</param>
/// <param name="includesText">Asks the filter about a text, where something is to happen when its pattern takes too long; null to ask it directly.</param>
/// <param name="statistics">Notes what there is and what is wanted; null where they are not asked for.</param>
internal sealed class EntrySelector(EntryFilter filter, Func<LogEntry, bool>? includesText = null, ReadStatistics? statistics = null)
{
    private readonly Func<LogEntry, bool> _includesText = includesText ?? filter.IncludesText;
    private readonly FieldMatcher? _byFields = filter.Where?.CreateMatcher();
    private readonly EntryMemory<bool> _byLine = new();
    private readonly EntryMemory<bool> _byText = new();

    /// <summary>Whether an entry, or a further part of one, is wanted.</summary>
    public bool Includes(LogEntry entry) => IncludesLine(entry.AsLine()) && IncludesText(entry);

    /// <summary>Whether a line is wanted as far as the first line of its entry decides.</summary>
    public bool IncludesLine(in LogLine line)
    {
        bool isWanted = false;
        bool isDecided = line.IsContinuation && _byLine.TryGet(line.Entry, out isWanted);
        if (!isDecided)
        {
            isWanted = filter.IncludesLine(in line) && _byFields?.Matches(in line) != false;
            _byLine.Set(line.Entry, isWanted);
        }

        if (statistics is not null)
        {
            Note(statistics.Of(line.Path), in line, isWanted);
        }

        return isWanted;
    }

    /// <summary>Whether an entry is wanted as far as its text decides. What comes after a wanted entry was passed on is
    /// wanted too; and what the beginning of an entry has excluded, nothing after it brings back.</summary>
    public bool IncludesText(LogEntry entry)
    {
        if (!filter.NeedsText)
        {
            return true;
        }

        bool wasWanted = false;
        bool isDecided = entry.IsContinuation && _byText.TryGet(entry.Id, out wasWanted) && (wasWanted || filter.NotPattern is not null);
        bool isWanted = isDecided ? wasWanted : _includesText(entry);
        _byText.Set(entry.Id, isWanted);
        if (!isWanted && !entry.IsContinuation)
        {
            statistics?.Of(entry.Path).Exclude();
        }

        return isWanted;
    }

    private void Note(SourceStatistics source, in LogLine line, bool isWanted)
    {
        source.Add(in line);
        if (!line.IsContinuation)
        {
            DateTimeOffset? time = line.ParseTimestamp();
            source.AddEntry(in line, time, filter.IsInSpan(time), isWanted);
        }
    }
}
