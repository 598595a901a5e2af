using System.Buffers;
using System.Buffers.Text;

namespace LogAnalysis.Bench.Generating;

/// <summary>Where generated text goes, in UTF-8, by way of one buffer.</summary>
internal sealed class LogOutput(Stream stream) : IDisposable
{
    private const int LongestNumber = 20;

    private readonly byte[] _buffer = new byte[1 << 20];
    private int _buffered;
    private long _flushed;

    /// <summary>How much was written, in bytes.</summary>
    public long Length => _flushed + _buffered;

    /// <summary>Writes a text that is shorter than the buffer.</summary>
    public void Write(ReadOnlySpan<byte> text)
    {
        MakeRoom(text.Length);
        text.CopyTo(_buffer.AsSpan(_buffered));
        _buffered += text.Length;
    }

    /// <summary>Writes a number that is not negative.</summary>
    /// <param name="number">The number.</param>
    /// <param name="width">How many digits it has at the least; zeros fill it up.</param>
    public void WriteNumber(long number, byte width = 1)
    {
        MakeRoom(LongestNumber);
        Utf8Formatter.TryFormat(number, _buffer.AsSpan(_buffered), out int length, new StandardFormat('D', width));
        _buffered += length;
    }

    /// <summary>Writes the low digits of a number in hexadecimal.</summary>
    public void WriteHex(ulong number, int digits)
    {
        MakeRoom(digits);
        for (int i = 0; i < digits; i++)
        {
            _buffer[_buffered++] = "0123456789abcdef"u8[(int)(number & 15)];
            number >>= 4;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Flush();
        stream.Dispose();
    }

    private void MakeRoom(int length)
    {
        if (_buffer.Length - _buffered < length)
        {
            Flush();
        }
    }

    private void Flush()
    {
        stream.Write(_buffer, 0, _buffered);
        _flushed += _buffered;
        _buffered = 0;
    }
}
