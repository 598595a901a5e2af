using LogAnalysis.Model;
using LogAnalysis.Times;

namespace LogAnalysis.Parsing;

/// <summary>What was read of one file, or of the pipeline, before and after the filter.</summary>
/// <param name="path">The file; empty for what came from none.</param>
internal sealed class SourceStatistics(string path)
{
    private TimeRange _times;

    public string Path { get; } = path;

    public long Lines { get; private set; }

    public long Entries { get; private set; }

    /// <summary>How many lines belong to entries in no known format.</summary>
    public long UnknownLines { get; private set; }

    /// <summary>How many entries have a time in the span that the filter wants.</summary>
    public long InSpan { get; private set; }

    /// <summary>How many entries the filter wants.</summary>
    public long Wanted { get; private set; }

    public FormatSet Formats { get; } = new();

    public TimeRange Times => _times;

    /// <summary>Takes a line, wanted or not.</summary>
    public void Add(in LogLine line)
    {
        Lines += line.LineCount;
        if (line.Format.IsFallback)
        {
            UnknownLines += line.LineCount;
        }
    }

    /// <summary>Takes the first line of an entry, which <see cref="Add"/> has taken as a line.</summary>
    public void AddEntry(in LogLine line, DateTimeOffset? time, bool isInSpan, bool isWanted)
    {
        Entries++;
        Formats.Add(line.Format);
        _times.Add(time);
        InSpan += isInSpan ? 1 : 0;
        Wanted += isWanted ? 1 : 0;
    }

    /// <summary>An entry that its first line made wanted is not, by its text.</summary>
    public void Exclude() => Wanted--;

    public void Merge(SourceStatistics other)
    {
        Lines += other.Lines;
        Entries += other.Entries;
        UnknownLines += other.UnknownLines;
        InSpan += other.InSpan;
        Wanted += other.Wanted;
        Formats.Add(other.Formats.Names);
        _times.Merge(other._times);
    }
}
