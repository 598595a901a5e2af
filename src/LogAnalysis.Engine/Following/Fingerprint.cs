using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Serialization;
using LogAnalysis.Files;

namespace LogAnalysis.Following;

/// <summary>
/// What a file held when it was read up to some position: its beginning, and the bytes just before the position, each by length and
/// hash. A file with another identity but the same fingerprint is a copy; one with the same identity and another fingerprint is new.
/// </summary>
internal sealed record Fingerprint(int HeadLength, string Head, int TailLength, string Tail)
{
    /// <summary>The maximum length of the beginning, in bytes.</summary>
    public const int MaxHead = 1024;

    /// <summary>The maximum length of what is before the position, in bytes.</summary>
    public const int MaxTail = 256;

    /// <summary>Whether it can be one: JSON can hold anything.</summary>
    [JsonIgnore]
    public bool IsValid => HeadLength is >= 0 and <= MaxHead && TailLength is >= 0 and <= MaxTail && Head is not null && Tail is not null;

    /// <summary>The fingerprint of what was read.</summary>
    public static Fingerprint Of(ReadOnlySpan<byte> head, ReadOnlySpan<byte> tail) => new(head.Length, Hash(head), tail.Length, Hash(tail));

    /// <summary>Whether a file holds, up to <paramref name="offset"/>, what this says.</summary>
    /// <exception cref="IOException">Reading failed.</exception>
    public bool Matches(LogContent content, long offset)
    {
        if (content.CanChange && content.Length < offset)
        {
            return false;
        }

        Span<byte> bytes = stackalloc byte[MaxHead];
        return Matches(content, bytes[..Math.Clamp(HeadLength, 0, MaxHead)], 0, Head)
            && Matches(content, bytes[..Math.Clamp(TailLength, 0, MaxTail)], offset - TailLength, Tail);
    }

    /// <summary>Whether this is the fingerprint of what was read, of which at least as much is known.</summary>
    public bool Matches(ReadOnlySpan<byte> head, ReadOnlySpan<byte> tail) =>
        head.Length >= HeadLength && tail.Length >= TailLength && Hash(head[..HeadLength]) == Head && Hash(tail[^TailLength..]) == Tail;

    /// <summary>A short hash of some bytes.</summary>
    public static ulong HashOf(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return BinaryPrimitives.ReadUInt64BigEndian(hash);
    }

    private static bool Matches(LogContent content, Span<byte> bytes, long offset, string hash) =>
        offset >= 0 && content.Read(bytes, offset) == bytes.Length && Hash(bytes) == hash;

    private static string Hash(ReadOnlySpan<byte> bytes) => HashOf(bytes).ToString("X16", CultureInfo.InvariantCulture);
}
