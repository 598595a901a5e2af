using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LogAnalysis.Text;

/// <summary>Tells which of a few marks a line has, as bits of a set.</summary>
internal static class LineMarks
{
    private static readonly NibbleTable Table = new(Marks.ToArray().Select((mark, index) => (mark, index)));

    private static ReadOnlySpan<byte> Marks => ".:=[]\"\t,"u8;

    /// <summary>A set of marks.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A character is none of the marks.</exception>
    public static byte SetOf(string marks)
    {
        int set = 0;
        foreach (char mark in marks)
        {
            int index = Marks.IndexOf((byte)mark);
            ArgumentOutOfRangeException.ThrowIfNegative(index, nameof(marks));
            set |= 1 << index;
        }

        return (byte)set;
    }

    /// <summary>The marks that a line has.</summary>
    public static byte Of(ReadOnlySpan<byte> line) => NibbleTable.IsSupported && line.Length >= Vector128<byte>.Count ? FindAtOnce(line) : Search(line);

    private static byte Search(ReadOnlySpan<byte> line)
    {
        int set = 0;
        for (int index = 0; index < Marks.Length; index++)
        {
            set |= line.Contains(Marks[index]) ? 1 << index : 0;
        }

        return (byte)set;
    }

    private static byte FindAtOnce(ReadOnlySpan<byte> line)
    {
        ref byte start = ref MemoryMarshal.GetReference(line);
        int last = line.Length - Vector128<byte>.Count;
        Vector128<byte> marks = Table.Find(Vector128.LoadUnsafe(ref start, (nuint)last));
        for (int at = 0; at < last; at += Vector128<byte>.Count)
        {
            marks |= Table.Find(Vector128.LoadUnsafe(ref start, (nuint)at));
        }

        ulong halves = marks.AsUInt64()[0] | marks.AsUInt64()[1];
        halves |= halves >> 32;
        halves |= halves >> 16;
        return (byte)(halves | (halves >> 8));
    }
}
