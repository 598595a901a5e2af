using System.Buffers.Binary;

namespace LogAnalysis.Times;

/// <summary>Labels of International Atomic Time, <c>@40000000679338280848f2c0</c>: seconds in 16 hexadecimal digits, perhaps nanoseconds in 8 more.</summary>
/// <remarks>
/// Source: D. J. Bernstein, "TAI64, TAI64N, and TAI64NA". Like daemontools, s6 and runit, it takes atomic time to be ten seconds ahead of UTC, whatever
/// leap seconds there were since.
/// </remarks>
internal static class TaiTimestamp
{
    private const int SecondDigits = 16;
    private const int AllDigits = 24;
    private const long Epoch = (1L << 62) + 10;
    private const long LatestSeconds = 253_402_300_800;
    private static readonly System.Buffers.SearchValues<byte> HexDigits = System.Buffers.SearchValues.Create("0123456789abcdefABCDEF"u8);

    private const int NanosecondsPerSecond = 1_000_000_000;

    /// <summary>The length of such a label at the beginning of a text; 0 if there is none.</summary>
    public static int Match(ReadOnlySpan<byte> text)
    {
        if (text.Length <= SecondDigits || text[0] != '@' || text[1] != '4')
        {
            return 0;
        }

        int digits = text[1..].IndexOfAnyExcept(HexDigits);
        digits = digits < 0 ? text.Length - 1 : digits;
        return digits is SecondDigits or AllDigits ? 1 + digits : 0;
    }

    /// <param name="text">The label, from its first byte to its last.</param>
    /// <param name="time">The time.</param>
    public static bool TryRead(ReadOnlySpan<byte> text, out DateTimeOffset time)
    {
        time = default;
        if (text.IsEmpty || Match(text) != text.Length)
        {
            return false;
        }

        Span<byte> bytes = stackalloc byte[AllDigits / 2];
        bytes.Clear();
        for (int i = 1; i < text.Length; i++)
        {
            int digit = text[i] <= '9' ? text[i] - '0' : (text[i] | 0x20) - 'a' + 10;
            bytes[(i - 1) / 2] = (byte)((bytes[(i - 1) / 2] << 4) | digit);
        }

        long seconds = BinaryPrimitives.ReadInt64BigEndian(bytes) - Epoch;
        uint nanoseconds = BinaryPrimitives.ReadUInt32BigEndian(bytes[(SecondDigits / 2)..]);
        if (seconds is < 0 or >= LatestSeconds || nanoseconds >= NanosecondsPerSecond)
        {
            return false;
        }

        time = DateTimeOffset.UnixEpoch.AddSeconds(seconds).AddTicks(nanoseconds / TimeSpan.NanosecondsPerTick);
        return true;
    }
}
