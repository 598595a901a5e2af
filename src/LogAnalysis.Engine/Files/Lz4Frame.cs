using System.IO.Hashing;

namespace LogAnalysis.Files;

/// <summary>The head of an LZ4 frame.</summary>
/// <remarks>Source: LZ4 Frame Format Description, version 1.6.4, section Frame Descriptor.</remarks>
internal sealed record Lz4Frame(int MaxBlockLength, bool HasBlockHash, bool HasContentHash)
{
    private const int MinHead = 2;
    private const int SizeLength = 8;

    /// <summary>Reads the head, after the magic number.</summary>
    /// <exception cref="InvalidDataException">It is damaged, or of a kind that is not read.</exception>
    public static Lz4Frame Read(Stream file)
    {
        Span<byte> head = stackalloc byte[MinHead + SizeLength];
        file.ReadExactly(head[..MinHead]);
        byte flags = head[0];
        int sizeCode = (head[1] >> 4) & 7;
        if (flags >> 6 != 1 || sizeCode < 4 || IsSet(flags, 0))
        {
            throw new InvalidDataException("The compressed file is damaged, or needs a dictionary.");
        }

        int length = MinHead + (IsSet(flags, 3) ? SizeLength : 0);
        file.ReadExactly(head[MinHead..length]);
        if (file.ReadByte() != (byte)(XxHash32.HashToUInt32(head[..length]) >> 8))
        {
            throw new InvalidDataException("The compressed file is damaged: its head has another checksum.");
        }

        return new Lz4Frame(1 << ((2 * sizeCode) + 8), IsSet(flags, 4), IsSet(flags, 2));
    }

    private static bool IsSet(byte flags, int bit) => (flags >> bit & 1) != 0;
}
