using System.IO.Compression;
using System.Text;

namespace LogAnalysis.Reading;

/// <summary>Reads a log as UTF-8 text, whatever it is on disk: plain, compressed with gzip, or UTF-16.</summary>
internal static class LogFileStream
{
    private static ReadOnlySpan<byte> Utf16LittleEndianMark => [0xFF, 0xFE];

    private static ReadOnlySpan<byte> Utf16BigEndianMark => [0xFE, 0xFF];

    private static ReadOnlySpan<byte> GzipMark => [0x1F, 0x8B];

    /// <summary>The text within <paramref name="file"/>, which tells by its first bytes what it is. UTF-8 is given as it stands.</summary>
    public static Stream Decode(Stream file)
    {
        Span<byte> head = stackalloc byte[2];
        int read = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        head = head[..read];
        if (head.StartsWith(GzipMark))
        {
            file.Position = 0;
            return new GZipStream(file, CompressionMode.Decompress);
        }

        Encoding? encoding = head.StartsWith(Utf16LittleEndianMark) ? Encoding.Unicode
            : head.StartsWith(Utf16BigEndianMark) ? Encoding.BigEndianUnicode
            : null;
        if (encoding is not null)
        {
            file.Position = 2;
            return Encoding.CreateTranscodingStream(file, encoding, Encoding.UTF8);
        }

        file.Position = 0;
        return file;
    }
}
