using System.Text;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Parsing;

/// <content>UTF-16, in which lines of single bytes may be that other writers have appended.</content>
internal sealed partial class LineSplitter
{
    private readonly Utf16LineEnd? _wide = encoding is UnicodeEncoding ? new Utf16LineEnd(encoding) : null;

    /// <summary>What can only be understood with the bytes that come next.</summary>
    private byte[] _undecided = [];

    private void PushWide<T>(ReadOnlySpan<byte> block, T handler)
        where T : ILineHandler
    {
        block = _undecided.Length > 0 ? (byte[])[.. _undecided, .. block] : block;
        _undecided = [];
        while (!block.IsEmpty)
        {
            int end = _wide!.FindFirst(block);
            if (end < 0)
            {
                int undecided = _wide.CountUndecided(block);
                _undecided = block[^undecided..].ToArray();
                CarryWide(block[..^undecided], handler);
                return;
            }

            if (_carrySize == 0)
            {
                Emit(block[..end], end + _wide.Length, isCut: end > MaxKept, SpecialBytes.Any, handler);
            }
            else
            {
                Carry(block[..end], handler);
                EmitCarry(_wide.Length, handler);
            }

            block = block[(end + _wide.Length)..];
        }
    }

    private void CarryWide<T>(ReadOnlySpan<byte> text, T handler)
        where T : ILineHandler
    {
        _wide!.Append(text);
        Carry(text, handler);
    }

    private void CompleteWide<T>(T handler)
        where T : ILineHandler
    {
        CarryWide(_undecided, handler);
        _undecided = [];
        _wide!.Complete();
    }

    /// <summary>Passes on lines of single bytes that were too short to be known as such.</summary>
    /// <returns>Where the last line begins, which is not passed on.</returns>
    private int EmitShortLines<T>(ReadOnlySpan<byte> text, long size, T handler)
        where T : ILineHandler
    {
        int start = 0;
        for (int end; (end = text[start..].IndexOf((byte)'\n')) >= 0; start += end + 1)
        {
            // In front of the first one there may be UTF-16, which had another length.
            long before = start == 0 ? size - text.Length : 0;
            ReadOnlySpan<byte> line = text.Slice(start, end);
            EmitLine(line.EndsWith("\r"u8) ? line[..^1] : line, before + end + 1, isCut: false, SpecialBytes.Any, handler);
        }

        return start;
    }

    private ReadOnlySpan<byte> ToUtf8(ReadOnlySpan<byte> text, Encoding from, bool isWhole)
    {
        if (_wide is not { IsPlain: true })
        {
            return Decode(text, from, isWhole);
        }

        int wide = Utf16LineEnd.WideLength(text);
        return wide == 0 ? text : (byte[])[.. Decode(text[..wide], from, isWhole), .. text[wide..]];
    }

    /// <summary>Of a line that was cut, a last character that is not whole is left out.</summary>
    private static byte[] Decode(ReadOnlySpan<byte> text, Encoding encoding, bool whole)
    {
        char[] characters = new char[encoding.GetMaxCharCount(text.Length)];
        int count = encoding.GetDecoder().GetChars(text, characters, flush: whole);
        return Encoding.UTF8.GetBytes(characters, 0, count);
    }
}
