namespace LogAnalysis.Files;

/// <summary>Some ranges of a log, one behind the other, as if nothing was between them. The last one goes on where the log grows.</summary>
internal sealed class ExcerptContent : LogContent
{
    private readonly LogContent _whole;
    private readonly (long Start, long End)[] _ranges;
    private readonly long _lengthBeforeLast;

    /// <param name="whole">The log. It is not disposed of with its excerpt.</param>
    /// <param name="ranges">The ranges in their order, without overlap; the end of the last one does not count.</param>
    public ExcerptContent(LogContent whole, IReadOnlyList<(long Start, long End)> ranges)
    {
        _whole = whole;
        _ranges = [.. ranges];
        _lengthBeforeLast = ranges.SkipLast(1).Sum(range => range.End - range.Start);
    }

    /// <inheritdoc/>
    public override FileIdentity Identity => _whole.Identity;

    /// <inheritdoc/>
    public override long Length => _lengthBeforeLast + Math.Max(0, _whole.Length - _ranges[^1].Start);

    /// <inheritdoc/>
    public override DateTime LastWriteTime => _whole.LastWriteTime;

    /// <inheritdoc/>
    public override bool CanChange => _whole.CanChange;

    /// <inheritdoc/>
    public override int Read(Span<byte> block, long offset)
    {
        long within = offset;
        foreach ((long start, long end) in _ranges.AsSpan(..^1))
        {
            long length = end - start;
            if (within < length)
            {
                return _whole.Read(block[..(int)Math.Min(block.Length, length - within)], start + within);
            }

            within -= length;
        }

        return _whole.Read(block, _ranges[^1].Start + within);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
    }
}
