using LogAnalysis.Fields;
using LogAnalysis.Model;

namespace LogAnalysis.Parsing;

/// <summary>Blocks of text on their way through splitter and parser to a counter.</summary>
internal sealed class LinePipeline(LogParser parser, ILogCounter counter)
{
    private readonly LineSplitter _splitter = new();

    /// <summary>What the lines go through.</summary>
    public LogParser Parser => parser;

    /// <summary>What counts them.</summary>
    public ILogCounter Counter => counter;

    /// <summary>Whether a new stream that knows the same columns would take a line that begins anew just as this one would now.</summary>
    /// <param name="columns">The columns that the new one knows.</param>
    public bool CanAppend(ColumnLayout? columns) =>
        !_splitter.HasPartialLine && parser.IsStateless && ReferenceEquals(parser.Columns, columns);

    /// <summary>The text begins at this offset of its file.</summary>
    public void Begin(long offset) => _splitter.Reset(offset);

    /// <summary>Takes the next block.</summary>
    public void Push(ReadOnlySpan<byte> block) => _splitter.Push(block, parser);

    /// <summary>Ends the text.</summary>
    /// <param name="atEnd">Whether the file ended here: else a last line without a line end is not known to be one.</param>
    public void Complete(bool atEnd)
    {
        if (atEnd)
        {
            _splitter.Complete(parser);
        }

        parser.Flush();
        counter.Complete();
    }
}
