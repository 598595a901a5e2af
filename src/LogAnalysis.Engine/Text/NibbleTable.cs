using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace LogAnalysis.Text;

/// <summary>
/// Tells of sixteen bytes at once to which of eight classes each may belong, by its low and its high half: where both have the class's bit, it may. With one
/// byte in a class, or all of the same half, it does.
/// </summary>
internal readonly struct NibbleTable
{
    /// <summary>How many classes there are.</summary>
    public const int Classes = 8;

    private readonly Vector128<byte> _low;
    private readonly Vector128<byte> _high;

    /// <summary>Makes the table.</summary>
    /// <param name="members">Each byte of a class, with the class's number.</param>
    public NibbleTable(IEnumerable<(byte Value, int Class)> members)
    {
        var low = new byte[Vector128<byte>.Count];
        var high = new byte[Vector128<byte>.Count];
        foreach ((byte value, int number) in members)
        {
            low[value & 0x0F] |= (byte)(1 << number);
            high[value >> 4] |= (byte)(1 << number);
        }

        _low = Vector128.Create(low);
        _high = Vector128.Create(high);
    }

    /// <summary>Whether this processor looks all of them up at once.</summary>
    public static bool IsSupported => Ssse3.IsSupported || AdvSimd.Arm64.IsSupported;

    /// <summary>The classes of each byte, as bits.</summary>
    public Vector128<byte> Find(Vector128<byte> bytes) =>
        LookUp(_low, bytes & Vector128.Create((byte)0x0F)) & LookUp(_high, (bytes.AsUInt16() >> 4).AsByte() & Vector128.Create((byte)0x0F));

    private static Vector128<byte> LookUp(Vector128<byte> table, Vector128<byte> at) =>
        Ssse3.IsSupported ? Ssse3.Shuffle(table, at) : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.VectorTableLookup(table, at) : Vector128.Shuffle(table, at);
}
