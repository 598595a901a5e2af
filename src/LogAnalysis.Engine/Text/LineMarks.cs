using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LogAnalysis.Text;

/// <summary>
/// Tells which of a few marks a line has, as bits of a set. A blank stands for a colon that has a blank or another colon behind it, as most that end a
/// name and few of those in times have; 0 stands for any digit.
/// </summary>
internal static class LineMarks
{
    private const int ClosedColon = 1 << (2 * NibbleTable.Classes - 1);

    private const byte Digit = (byte)'0';

    private static readonly NibbleTable First = TableOf(Marks[..NibbleTable.Classes]);

    private static readonly NibbleTable Second = TableOf(Marks[NibbleTable.Classes..]);

    private static ReadOnlySpan<byte> Marks => ".:=[]\"\t,/>|!%0"u8;

    /// <summary>A set of marks.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A character is none of the marks.</exception>
    public static int SetOf(string marks)
    {
        int set = 0;
        foreach (char mark in marks)
        {
            int index = Marks.IndexOf((byte)mark);
            ArgumentOutOfRangeException.ThrowIfNegative(mark == ' ' ? 0 : index, nameof(marks));
            set |= mark == ' ' ? ClosedColon : 1 << index;
        }

        return set;
    }

    /// <summary>The marks that a line has.</summary>
    public static int Of(ReadOnlySpan<byte> line) =>
        !NibbleTable.IsSupported ? Search(line)
        : line.Length > Vector128<byte>.Count ? FindAtOnce(line)
        : FindInShort(line);

    private static NibbleTable TableOf(ReadOnlySpan<byte> marks) => new(marks.ToArray().SelectMany((mark, index) => BytesOf(mark).Select(value => (value, index))));

    private static byte[] BytesOf(byte mark) => mark == Digit ? "0123456789"u8.ToArray() : [mark];

    private static int Search(ReadOnlySpan<byte> line)
    {
        int set = line.IndexOf(": "u8) >= 0 || line.IndexOf("::"u8) >= 0 ? ClosedColon : 0;
        for (int index = 0; index < Marks.Length; index++)
        {
            set |= line.IndexOfAny(BytesOf(Marks[index])) >= 0 ? 1 << index : 0;
        }

        return set;
    }

    /// <summary>Behind a line that is shorter than what is looked at are zeros, which are no marks.</summary>
    private static int FindInShort(ReadOnlySpan<byte> line)
    {
        Span<byte> padded = stackalloc byte[Vector128<byte>.Count + 1];
        padded.Clear();
        line.CopyTo(padded);
        return FindAtOnce(padded);
    }

    private static int FindAtOnce(ReadOnlySpan<byte> line)
    {
        ref byte start = ref MemoryMarshal.GetReference(line);
        int last = line.Length - Vector128<byte>.Count;
        Vector128<byte> text = Vector128.LoadUnsafe(ref start, (nuint)last);
        Vector128<byte> first = First.Find(text);
        Vector128<byte> second = Second.Find(text);
        Vector128<byte> closed = ClosedColons(Vector128.LoadUnsafe(ref start, (nuint)(last - 1)), text);
        for (int at = 0; at < last; at += Vector128<byte>.Count)
        {
            text = Vector128.LoadUnsafe(ref start, (nuint)at);
            first |= First.Find(text);
            second |= Second.Find(text);
            closed |= ClosedColons(text, Vector128.LoadUnsafe(ref start, (nuint)(at + 1)));
        }

        return Union(first) | (Union(second) << NibbleTable.Classes) | (closed == Vector128<byte>.Zero ? 0 : ClosedColon);
    }

    private static Vector128<byte> ClosedColons(Vector128<byte> text, Vector128<byte> next)
    {
        Vector128<byte> colon = Vector128.Create((byte)':');
        return Vector128.Equals(text, colon) & (Vector128.Equals(next, Vector128.Create((byte)' ')) | Vector128.Equals(next, colon));
    }

    private static int Union(Vector128<byte> sets)
    {
        ulong halves = sets.AsUInt64()[0] | sets.AsUInt64()[1];
        halves |= halves >> 32;
        halves |= halves >> 16;
        return (byte)(halves | (halves >> 8));
    }
}
