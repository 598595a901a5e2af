using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LogAnalysis.Text;

/// <summary>
/// Finds the ends of the many short texts in quotes that one line has, as <see cref="QuotedText"/> finds one: quotes and backslashes are looked
/// for in 64 bytes at a time, and what was found serves all texts in them.
/// </summary>
/// <param name="text">A text that ends where the search has to.</param>
internal ref struct QuoteScanner(ReadOnlySpan<byte> text)
{
    private const int BlockSize = 64;

    private readonly ReadOnlySpan<byte> _text = text;
    private int _blockStart = -BlockSize;
    private ulong _marks;

    /// <inheritdoc cref="QuotedText.FindEnd"/>
    public int FindEnd(int start)
    {
        if (_text.Length < BlockSize)
        {
            return QuotedText.FindEnd(_text, start);
        }

        while (start < _text.Length)
        {
            int at = FindMark(start);
            if (at < 0 || _text[at] == '"')
            {
                return at;
            }

            start = at + 2;
        }

        return -1;
    }

    private int FindMark(int start)
    {
        while (true)
        {
            int offset = start - _blockStart;
            if (offset < BlockSize)
            {
                ulong marks = _marks >> offset;
                if (marks != 0)
                {
                    return start + BitOperations.TrailingZeroCount(marks);
                }

                start = _blockStart + BlockSize;
                if (start >= _text.Length)
                {
                    return -1;
                }
            }

            // The last block may overlap the one before.
            _blockStart = Math.Min(start, _text.Length - BlockSize);
            ref byte block = ref Unsafe.Add(ref MemoryMarshal.GetReference(_text), _blockStart);
            _marks = MarksOf(Vector256.LoadUnsafe(ref block)) | ((ulong)MarksOf(Vector256.LoadUnsafe(ref block, (nuint)Vector256<byte>.Count)) << Vector256<byte>.Count);
        }
    }

    private static uint MarksOf(Vector256<byte> bytes) =>
        (Vector256.Equals(bytes, Vector256.Create((byte)'"')) | Vector256.Equals(bytes, Vector256.Create((byte)'\\'))).ExtractMostSignificantBits();
}
