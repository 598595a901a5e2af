using System.Buffers;
using LogAnalysis.Times;

namespace LogAnalysis.Parsing;

/// <summary>
/// Holds the beginning of a text that cannot be read twice until it has shown the order of day and month in its dates, as the sample of a file does.
/// Texts without such dates are held no longer than it takes to see that.
/// </summary>
/// <param name="source">Where the text comes from.</param>
internal sealed class LookAhead(LineSource source)
{
    private const int HeadLength = 1 << 13;
    private const int MaxLength = 1 << 20;

    private readonly ArrayBufferWriter<byte> _text = new();
    private readonly DateOrderSample _dates = new();
    private LinePipeline? _lines;

    /// <summary>What is held.</summary>
    public ReadOnlySpan<byte> Text => _text.WrittenSpan;

    /// <summary>What is known of the times now.</summary>
    public TimeConventions Conventions =>
        source.Conventions with { Orders = _dates.Decide(source.LastWritten ?? DateTime.Now, source.Conventions.Orders) };

    /// <summary>What the dates have shown, where they leave something to be learnt; null where they do not.</summary>
    public DateOrderSample? Dates => _dates.IsCertain ? null : _dates;

    /// <summary>Takes the next block.</summary>
    /// <returns>Whether it is to be held on.</returns>
    public bool Add(ReadOnlySpan<byte> block)
    {
        _lines ??= new LinePipeline(source with { LooksAhead = false, Dates = _dates }, NoSink.Instance);
        _lines.Push(block);
        _text.Write(block);
        return _text.WrittenCount < (_dates.IsEmpty ? HeadLength : MaxLength);
    }
}
