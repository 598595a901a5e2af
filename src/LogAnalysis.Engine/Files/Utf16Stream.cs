using System.Buffers;
using System.Text;
using LogAnalysis.Text;

namespace LogAnalysis.Files;

/// <summary>Text of UTF-16 in UTF-8. Lines of single bytes, which other writers have appended, stay as they are.</summary>
/// <param name="bytes">The text.</param>
/// <param name="encoding">UTF-16 in one of its orders.</param>
internal sealed class Utf16Stream(Stream bytes, Encoding encoding) : ForwardStream
{
    /// <summary>Longer lines come in several pieces.</summary>
    private const int BlockLength = 1 << 16;

    private readonly Utf16LineEnd _lineEnd = new(encoding);
    private readonly Decoder _decoder = encoding.GetDecoder();
    private readonly char[] _characters = new char[BlockLength];
    private readonly byte[] _block = new byte[BlockLength];
    private readonly ArrayBufferWriter<byte> _text = new(BlockLength);
    private int _count;
    private int _taken;
    private bool _isAtEnd;

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        while (_taken == _text.WrittenCount && !_isAtEnd)
        {
            Convert();
        }

        int length = Math.Min(buffer.Length, _text.WrittenCount - _taken);
        _text.WrittenSpan.Slice(_taken, length).CopyTo(buffer);
        _taken += length;
        return length;
    }

    private void Convert()
    {
        int read = bytes.Read(_block.AsSpan(_count));
        _count += read;
        _isAtEnd = read == 0;
        _text.ResetWrittenCount();
        _taken = 0;
        int done = ConvertLines(_block.AsSpan(0, _count));
        if (_isAtEnd)
        {
            ConvertRest(_block.AsSpan(done, _count - done));
            done = _count;
        }
        else if (done == 0 && _count == BlockLength)
        {
            _lineEnd.Append(_block);
            Decode(_block);
            done = BlockLength;
        }

        _block.AsSpan(done, _count - done).CopyTo(_block);
        _count -= done;
    }

    /// <returns>Where the line begins that has no end.</returns>
    private int ConvertLines(ReadOnlySpan<byte> block)
    {
        int decoded = 0;
        int line = 0;
        for (int end; (end = _lineEnd.FindFirst(block[line..])) >= 0;)
        {
            int next = line + end + _lineEnd.Length;
            if (_lineEnd.IsPlain)
            {
                int plain = line + Utf16LineEnd.WideLength(block.Slice(line, end));
                Decode(block[decoded..plain]);
                _text.Write(block[plain..next]);
                decoded = next;
            }

            line = next;
        }

        Decode(block[decoded..line]);
        return line;
    }

    private void ConvertRest(ReadOnlySpan<byte> rest)
    {
        _lineEnd.Append(rest);
        _lineEnd.Complete();
        int plain = _lineEnd.IsPlain ? Utf16LineEnd.WideLength(rest) : rest.Length;
        Decode(rest[..plain]);
        _text.Write(rest[plain..]);
    }

    private void Decode(ReadOnlySpan<byte> wide)
    {
        int count = _decoder.GetChars(wide, _characters, flush: _isAtEnd);
        Encoding.UTF8.GetBytes(_characters.AsSpan(0, count), _text);
    }
}
