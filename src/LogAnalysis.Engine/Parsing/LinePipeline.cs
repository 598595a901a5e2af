using System.Buffers;
using System.Text;
using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Parsing;

/// <summary>
/// The one way from a text to a sink: blocks of bytes, or strings, are split into lines, the lines parsed, and passed on with their fields. For
/// whole entries the sink is an <see cref="EntryAssembler"/>.
/// </summary>
/// <param name="source">Where the text comes from.</param>
/// <param name="sink">Takes its lines.</param>
internal sealed class LinePipeline(LineSource source, ILogSink sink)
{
    private readonly LineSplitter _splitter = new(source.MaxLineLength, source.Encoding);

    private LookAhead? _ahead = source.LooksAhead ? new LookAhead(source) : null;

    /// <summary>Sees each line before it is parsed; null for none.</summary>
    public ILineHandler? Observer { get; init; }

    /// <summary>Parses the lines.</summary>
    public LogParser Parser { get; } = new(source, sink);

    /// <summary>Whether the last block ended within a line.</summary>
    public bool HasPartialLine => _splitter.HasPartialLine;

    /// <summary>Where the first line begins that has not come to its end.</summary>
    public long Position => _splitter.Position;

    /// <summary>Whether a new pipeline that knows the same columns would take a line that starts an entry just as this one would now.</summary>
    /// <param name="columns">The columns that the new one knows.</param>
    public bool CanAppend(ColumnLayout? columns) =>
        !_splitter.HasPartialLine && Parser.IsStateless && ReferenceEquals(Parser.Columns, columns);

    /// <summary>The next block begins at this offset of its file, with a line of its own.</summary>
    public void Begin(long offset) => _splitter.Reset(offset);

    /// <summary>Takes the next block, which may end anywhere.</summary>
    public void Push(ReadOnlySpan<byte> block)
    {
        if (_ahead is null)
        {
            Split(block);
        }
        else if (!_ahead.Add(block))
        {
            EndLookAhead();
        }
    }

    /// <summary>Passes on what is held to look ahead: the next lines are not those that it waits for.</summary>
    public void EndLookAhead()
    {
        if (_ahead is LookAhead ahead)
        {
            _ahead = null;
            Parser.Learn(ahead.Conventions, ahead.Dates);
            Split(ahead.Text);
        }
    }

    private void Split(ReadOnlySpan<byte> block)
    {
        if (Observer is null)
        {
            _splitter.Push(block, new PlainParser(Parser));
        }
        else
        {
            _splitter.Push(block, new ObservedParser(Observer, Parser));
        }
    }

    /// <summary>Takes a line without its line end, or several, as strings hold them. They count as those of a file do.</summary>
    public void PushText(string text)
    {
        text = MisreadBytes.Restore(text);

        // One byte more, for the line end that is missing.
        byte[] buffer = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length) + 1);
        try
        {
            int length = Encoding.UTF8.GetBytes(text, buffer);
            if (length == 0 || buffer[length - 1] != '\n')
            {
                buffer[length++] = (byte)'\n';
            }

            Push(buffer.AsSpan(0, length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Passes on the lines that were kept for the sake of the next one, which will not come soon.</summary>
    public void Flush()
    {
        EndLookAhead();
        Parser.Flush();
    }

    /// <summary>Ends the text: passes on all that was kept, and lets the sink do so.</summary>
    /// <param name="includesPartialLine">Whether a last line without its end is a line: not where reading failed before the end of the text.</param>
    public void Complete(bool includesPartialLine = true)
    {
        EndLookAhead();
        if (includesPartialLine && Observer is null)
        {
            _splitter.Complete(new PlainParser(Parser));
        }
        else if (includesPartialLine)
        {
            _splitter.Complete(new ObservedParser(Observer!, Parser));
        }

        Parser.Flush();
        sink.Flush();
    }

    /// <summary>The parser as a value: the compiler makes code for it alone, and knows what it calls.</summary>
    private readonly struct PlainParser(LogParser parser) : ILineHandler
    {
        public void Handle(in RawLine line) => parser.Handle(in line);

        public int Divide(ReadOnlySpan<byte> beginning) => parser.Divide(beginning);
    }

    private readonly struct ObservedParser(ILineHandler observer, LogParser parser) : ILineHandler
    {
        public void Handle(in RawLine line)
        {
            observer.Handle(in line);
            parser.Handle(in line);
        }

        public int Divide(ReadOnlySpan<byte> beginning) => parser.Divide(beginning);
    }
}
