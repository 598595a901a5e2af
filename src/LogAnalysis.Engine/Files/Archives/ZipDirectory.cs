using System.Buffers.Binary;

namespace LogAnalysis.Files;

/// <summary>Looks at how many members a zip archive says it has, before a library lists them in memory.</summary>
/// <remarks>Source: APPNOTE.TXT 6.3.10, sections 4.3.14 and 4.3.16.</remarks>
internal static class ZipDirectory
{
    private const int EndLength = 22;
    private const int LargeEndLength = 56;
    private const int LocatorLength = 20;
    private const int SizeStart = 12;
    private const int LargeSizeStart = 40;
    private const int LocatedStart = 8;

    /// <summary>The largest list that is read, in bytes: enough for as many members as are read.</summary>
    private const long MaxLength = 1 << 25;

    private static ReadOnlySpan<byte> EndMark => "PK\u0005\u0006"u8;

    private static ReadOnlySpan<byte> LargeEndMark => "PK\u0006\u0006"u8;

    private static ReadOnlySpan<byte> LocatorMark => "PK\u0006\u0007"u8;

    /// <summary>Refuses an archive with more members than are read.</summary>
    /// <exception cref="ExpansionLimitException">It has.</exception>
    public static void Check(Stream archive)
    {
        int length = (int)Math.Min(archive.Length, EndLength + ushort.MaxValue + LocatorLength);
        byte[] end = new byte[length];
        archive.Position = archive.Length - length;
        archive.ReadExactly(end);
        int at = end.AsSpan().LastIndexOf(EndMark);
        if (at >= 0 && at + EndLength <= length && SizeOf(archive, end, at) > MaxLength)
        {
            throw ExpansionLimitException.TooManyMembers();
        }

        archive.Position = 0;
    }

    private static long SizeOf(Stream archive, ReadOnlySpan<byte> end, int at)
    {
        uint size = BinaryPrimitives.ReadUInt32LittleEndian(end[(at + SizeStart)..]);
        if (size != uint.MaxValue || at < LocatorLength || !end[(at - LocatorLength)..].StartsWith(LocatorMark))
        {
            return size;
        }

        ulong place = BinaryPrimitives.ReadUInt64LittleEndian(end[(at - LocatorLength + LocatedStart)..]);
        Span<byte> large = stackalloc byte[LargeEndLength];
        if (place > (ulong)(archive.Length - LargeEndLength))
        {
            return 0;
        }

        archive.Position = (long)place;
        archive.ReadExactly(large);
        return large.StartsWith(LargeEndMark) ? (long)Math.Min(BinaryPrimitives.ReadUInt64LittleEndian(large[LargeSizeStart..]), long.MaxValue) : 0;
    }
}
