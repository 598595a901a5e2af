using LogAnalysis.Fields;
using LogAnalysis.Files;
using LogAnalysis.Parsing;

namespace LogAnalysis.Parallel;

/// <summary>
/// A partition of a file's text, all of one size wherever lines end. It is counted while the text before it is not known yet, from the first line on
/// that certainly starts an entry. What precedes that line is its head, and goes through the pipeline of the partition before.
/// </summary>
/// <param name="index">Its place among the partitions of the file, from 0 on.</param>
/// <param name="buffer">Holds its bytes.</param>
/// <param name="length">How many there are.</param>
internal sealed class Partition(int index, byte[] buffer, int length)
{
    /// <summary>In some logs no line certainly starts an entry.</summary>
    private const int MaxTried = 100;

    private int _headLength;
    private bool _assumesText;

    public int Index => index;

    public byte[] Buffer => buffer;

    /// <summary>Where in the text of the file it begins.</summary>
    public required long Offset { get; init; }

    /// <summary>The text before the first line that was counted ahead; all of it where none was.</summary>
    public ReadOnlySpan<byte> Head => Counted is null ? Text : Text[.._headLength];

    /// <summary>The text after the head.</summary>
    public ReadOnlySpan<byte> Rest => Text[Head.Length..];

    /// <summary>Why the file cannot be read further; null where it can, or is at its end.</summary>
    public LogFileException? Failure { get; init; }

    /// <summary>Whether it is the last partition of the file.</summary>
    public required bool IsLast { get; init; }

    /// <summary>The columns that were assumed to be declared before it when it was counted.</summary>
    public ColumnLayout? Columns { get; private set; }

    /// <summary>Whether what was counted follows on what a pipeline has had, the head included.</summary>
    public bool Follows(CountingPipeline before) => Counted is not null && before.Lines.CanAppend(Columns) && (!_assumesText || before.Lines.Parser.IsInText);

    /// <summary>What has counted the lines after the head; null where nothing has.</summary>
    public CountingPipeline? Counted { get; private set; }

    private ReadOnlySpan<byte> Text => buffer.AsSpan(0, length);

    /// <summary>Counts the lines from the first on that certainly starts an entry.</summary>
    /// <param name="pipeline">A pipeline that has had no lines yet.</param>
    /// <param name="mayBeText">Whether the log seems to be plain text, in which no line certainly does: then one that does so among other text.</param>
    public void Count(CountingPipeline pipeline, bool mayBeText)
    {
        LogParser parser = pipeline.Lines.Parser;
        Columns = parser.Columns;
        _assumesText = mayBeText;
        int head = EntryStart.Find(Text, mayBeText ? parser.StartsText : parser.StartsEntryOfRuntime, MaxTried);
        if (head < 0)
        {
            return;
        }

        _headLength = head;
        Counted = pipeline;
        pipeline.Lines.Begin(Offset + head);
        pipeline.Lines.Push(Rest);
    }
}
