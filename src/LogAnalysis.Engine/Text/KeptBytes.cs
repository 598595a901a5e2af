namespace LogAnalysis.Text;

/// <summary>Texts that are kept one behind the other, without an allocation for each.</summary>
internal sealed class KeptBytes
{
    private byte[] _bytes = new byte[256];

    /// <summary>How many bytes there are.</summary>
    public int Length { get; private set; }

    /// <summary>A text that was kept.</summary>
    public ReadOnlySpan<byte> this[ByteRange range] => range.Of(_bytes);

    /// <summary>Keeps a text.</summary>
    /// <returns>Where it is.</returns>
    public ByteRange Keep(ReadOnlySpan<byte> text)
    {
        if (Length + text.Length > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(2 * _bytes.Length, Length + text.Length));
        }

        text.CopyTo(_bytes.AsSpan(Length));
        var range = new ByteRange(Length, text.Length);
        Length += text.Length;
        return range;
    }

    /// <summary>Forgets all texts; the memory is kept for others.</summary>
    public void Clear() => Length = 0;
}
