using System.Text;

namespace LogAnalysis.Reading;

/// <summary>Turns blocks of bytes in some encoding into UTF-8. A character may be cut by the end of a block.</summary>
internal sealed class Transcoder(Encoding encoding)
{
    private readonly Decoder _decoder = encoding.GetDecoder();
    private readonly Encoder _encoder = Encoding.UTF8.GetEncoder();
    private char[] _characters = [];
    private byte[] _utf8 = [];

    /// <summary>The next block in UTF-8; valid until the next call.</summary>
    public ReadOnlySpan<byte> Convert(ReadOnlySpan<byte> block)
    {
        int most = encoding.GetMaxCharCount(block.Length);
        if (_characters.Length < most)
        {
            _characters = new char[most];
            _utf8 = new byte[Encoding.UTF8.GetMaxByteCount(most)];
        }

        int characters = _decoder.GetChars(block, _characters, flush: false);
        int length = _encoder.GetBytes(_characters.AsSpan(0, characters), _utf8, flush: false);
        return _utf8.AsSpan(0, length);
    }
}
