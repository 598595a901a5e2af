using LogAnalysis.Fields;
using LogAnalysis.Files;
using LogAnalysis.Model;
using LogAnalysis.Parsing;

namespace LogAnalysis.Parallel;

/// <summary>
/// A part of a file's text, of equal size wherever lines end. It is counted before what stands before it is known, from the first line on
/// that begins an entry in any case; what stands before that line is its head, and is left to the reader of the part before.
/// </summary>
/// <param name="index">Its place among the parts of the file.</param>
/// <param name="buffer">Holds its bytes.</param>
/// <param name="length">How many there are.</param>
internal sealed class Partition(int index, byte[] buffer, int length)
{
    /// <summary>So many lines at the most are tried: in some logs no line begins an entry in any case.</summary>
    private const int MaxTried = 100;

    private int _headLength;

    /// <summary>Its place among the parts of the file, from 0 on.</summary>
    public int Index => index;

    /// <summary>Where in the text of the file it begins.</summary>
    public required long Offset { get; init; }

    /// <summary>What holds the text, to be given back.</summary>
    public byte[] Buffer => buffer;

    /// <summary>The text.</summary>
    public ReadOnlySpan<byte> Text => buffer.AsSpan(0, length);

    /// <summary>The part that is left to the reader of the part before: all of it, where it was not counted.</summary>
    public ReadOnlySpan<byte> Head => Lines is null ? Text : Text[.._headLength];

    /// <summary>What stands behind the head.</summary>
    public ReadOnlySpan<byte> Rest => Text[Head.Length..];

    /// <summary>Why the file cannot be read further; null where it can, or is at its end.</summary>
    public LogFileException? Failure { get; init; }

    /// <summary>Whether it is the last part of the file.</summary>
    public required bool IsLast { get; init; }

    /// <summary>The columns that were assumed to be declared before.</summary>
    public ColumnLayout? Columns { get; private set; }

    /// <summary>The pipeline that the lines behind the head went through; null where none did.</summary>
    public LinePipeline? Lines { get; private set; }

    /// <summary>What has counted them.</summary>
    public ILogCounter? Counter { get; private set; }

    /// <summary>Counts the lines from the first on that starts an entry whatever precedes it.</summary>
    /// <param name="lines">A pipeline that has had no lines yet.</param>
    /// <param name="counter">The counter behind it.</param>
    public void Count(LinePipeline lines, ILogCounter counter)
    {
        Columns = lines.Parser.Columns;
        int head = FindHead(lines.Parser);
        if (head < 0)
        {
            return;
        }

        _headLength = head;
        Lines = lines;
        Counter = counter;
        lines.Begin(Offset + head);
        lines.Push(Rest);
    }

    private int FindHead(LogParser parser)
    {
        int start = Text.IndexOf((byte)'\n') + 1;
        for (int tried = 0; start > 0 && tried < MaxTried; tried++)
        {
            int length = Text[start..].IndexOf((byte)'\n');
            if (length < 0)
            {
                break;
            }

            ReadOnlySpan<byte> line = Text.Slice(start, length);
            line = line is [.., (byte)'\r'] ? line[..^1] : line;
            if (line.Length <= LineSplitter.DefaultMaxLineLength && parser.StartsEntry(line))
            {
                return start;
            }

            start += length + 1;
        }

        return -1;
    }
}
