using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LogAnalysis.Text;

/// <summary>Tells which of a few marks a line has, as bits of a set.</summary>
internal static class LineMarks
{
    /// <summary>For each mark a bit, at the low half of its code in the one table and at the high half in the other: where both have it, it is that mark.</summary>
    private static readonly Vector128<byte> LowHalves = HalvesOf(mark => mark & 0x0F);

    private static readonly Vector128<byte> HighHalves = HalvesOf(mark => mark >> 4);

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
    public static byte Of(ReadOnlySpan<byte> line) => Ssse3.IsSupported && line.Length >= Vector128<byte>.Count ? Shuffle(line) : Search(line);

    private static byte Search(ReadOnlySpan<byte> line)
    {
        int set = 0;
        for (int index = 0; index < Marks.Length; index++)
        {
            set |= line.Contains(Marks[index]) ? 1 << index : 0;
        }

        return (byte)set;
    }

    /// <summary>Looks both halves of sixteen bytes up at once.</summary>
    private static byte Shuffle(ReadOnlySpan<byte> line)
    {
        ref byte start = ref MemoryMarshal.GetReference(line);
        int last = line.Length - Vector128<byte>.Count;
        Vector128<byte> marks = Classify(Vector128.LoadUnsafe(ref start, (nuint)last));
        for (int at = 0; at < last; at += Vector128<byte>.Count)
        {
            marks |= Classify(Vector128.LoadUnsafe(ref start, (nuint)at));
        }

        ulong halves = marks.AsUInt64()[0] | marks.AsUInt64()[1];
        halves |= halves >> 32;
        halves |= halves >> 16;
        return (byte)(halves | (halves >> 8));
    }

    private static Vector128<byte> Classify(Vector128<byte> bytes) =>
        Ssse3.Shuffle(LowHalves, bytes & Vector128.Create((byte)0x0F)) & Ssse3.Shuffle(HighHalves, (bytes.AsUInt16() >> 4).AsByte() & Vector128.Create((byte)0x0F));

    private static Vector128<byte> HalvesOf(Func<int, int> half)
    {
        var table = new byte[Vector128<byte>.Count];
        for (int index = 0; index < Marks.Length; index++)
        {
            table[half(Marks[index])] |= (byte)(1 << index);
        }

        return Vector128.Create(table);
    }
}
