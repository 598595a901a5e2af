using LogAnalysis.Text;

namespace LogAnalysis.Files;

/// <summary>
/// The bytes of a log in order. The first ones, which were read to see what the log is, are not read again: some files that the system makes up
/// can be read only once.
/// </summary>
/// <param name="content">The log.</param>
/// <param name="head">Its first bytes, as far as they have been read.</param>
/// <param name="start">Where to begin, such as after a byte order mark.</param>
internal sealed class ContentStream(LogContent content, byte[] head, long start) : ForwardStream
{
    /// <summary>How far reading has come.</summary>
    public long Offset { get; private set; } = start;

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        int length;
        if (Offset < head.Length)
        {
            length = Math.Min(head.Length - (int)Offset, buffer.Length);
            head.AsSpan((int)Offset, length).CopyTo(buffer);
        }
        else
        {
            length = content.Read(buffer, Offset);
        }

        Offset += length;
        return length;
    }
}
