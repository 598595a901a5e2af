using System.Text;

namespace LogAnalysis.Files;

/// <summary>Reads a log as UTF-8 text, whatever it is on disk: plain or compressed with gzip, in any encoding.</summary>
internal static class TextDecoder
{
    /// <summary>How much of a beginning is looked at to find out its encoding, in bytes.</summary>
    public const int ProbeLength = 512;

    private static ReadOnlySpan<byte> GzipMark => [0x1F, 0x8B];

    /// <summary>Whether a file that begins so is compressed.</summary>
    public static bool IsCompressed(ReadOnlySpan<byte> beginning) => beginning.StartsWith(GzipMark);

    /// <summary>The text within <paramref name="file"/>, which tells by its first bytes what it is. UTF-8 is given as it stands.</summary>
    /// <param name="file">The file, at its beginning.</param>
    /// <param name="stated">The encoding of a text without a byte order mark; null to find it out.</param>
    public static Stream Decode(Stream file, Encoding? stated)
    {
        byte[] head = ReadHead(file);
        if (!IsCompressed(head))
        {
            return Transcode(head, file, stated);
        }

        var text = new CompressedText(new PrefixedStream(head, 0, file));
        return Transcode(ReadHead(text), text, stated);
    }

    private static Stream Transcode(byte[] head, Stream rest, Encoding? stated)
    {
        Encoding? encoding = TextEncoding.Detect(head, stated, out int mark);
        if (encoding is not null)
        {
            return Encoding.CreateTranscodingStream(new PrefixedStream(head, mark, rest), encoding, Encoding.UTF8);
        }

        if (!rest.CanSeek)
        {
            return new PrefixedStream(head, 0, rest);
        }

        rest.Position = 0;
        return rest;
    }

    private static byte[] ReadHead(Stream stream)
    {
        byte[] head = new byte[ProbeLength];
        int length = 0;
        int read;
        try
        {
            while (length < head.Length && (read = stream.Read(head, length, head.Length - length)) > 0)
            {
                length += read;
            }
        }
        catch (Exception failure) when (length > 0 && (failure is IOException or InvalidDataException))
        {
            // It fails again when what stands before has been read.
        }

        return head[..length];
    }
}
