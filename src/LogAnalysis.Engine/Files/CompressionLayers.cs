namespace LogAnalysis.Files;

/// <summary>Takes compressions off what a file, or a member of an archive, holds: <c>app.log.gz</c>, <c>logs.tar.zst</c>.</summary>
internal static class CompressionLayers
{
    /// <summary>Logs are not compressed more often than this.</summary>
    private const int MaxLayers = 4;

    /// <summary>What is beneath all compressions.</summary>
    /// <param name="bytes">The bytes, from the first on.</param>
    /// <param name="limit">Bounds how much is decompressed.</param>
    /// <param name="format">Receives the format of the archive that it is; null where it is none.</param>
    public static BufferedInput Remove(BufferedInput bytes, ExpansionLimit limit, out ArchiveFormat? format)
    {
        for (int layers = 0; layers <= MaxLayers; layers++)
        {
            ReadOnlySpan<byte> beginning = bytes.Peek(ArchiveFormats.ProbeLength);
            format = ArchiveFormats.Find(beginning);
            if (format is not null || Compressions.Find(beginning) is not Compression compression)
            {
                return bytes;
            }

            bytes = new BufferedInput(new LimitedText(compression.Decompress(bytes), limit));
        }

        throw ExpansionLimitException.TooDeep();
    }
}
