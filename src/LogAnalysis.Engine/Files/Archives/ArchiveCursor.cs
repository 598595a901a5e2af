namespace LogAnalysis.Files;

/// <summary>
/// A place in an archive that only moves forwards. Most archives are compressed as one, so that to begin again for each member would decompress
/// everything before it each time.
/// </summary>
/// <param name="reader">The members. It is disposed of with this.</param>
/// <param name="limit">Bounds how much is decompressed on the way to one member.</param>
internal sealed class ArchiveCursor(ArchiveReader reader, ExpansionLimit limit) : IDisposable
{
    private int _at = -1;
    private ArchiveCursor? _inner;

    /// <summary>What is decompressed from now on is for another member.</summary>
    public void Begin() => limit.Reset();

    /// <summary>Whether a member is still ahead.</summary>
    public bool CanReach(ReadOnlySpan<int> place) => place[0] > _at || (place[0] == _at && place.Length > 1 && _inner?.CanReach(place[1..]) == true);

    /// <summary>Goes to a member that is ahead.</summary>
    /// <returns>Its bytes, without the compressions that it is in.</returns>
    /// <exception cref="InvalidDataException">The archive is damaged.</exception>
    public BufferedInput MoveTo(ReadOnlySpan<int> place)
    {
        if (place[0] == _at)
        {
            return _inner!.MoveTo(place[1..]);
        }

        _inner?.Dispose();
        _inner = null;
        for (; _at < place[0]; _at++)
        {
            if (!reader.MoveNext())
            {
                throw new InvalidDataException("The archive has changed: it has fewer members than before.");
            }
        }

        BufferedInput bytes = Open(reader, limit, out ArchiveFormat? format);
        if (place.Length == 1)
        {
            return bytes;
        }

        _inner = new ArchiveCursor(OpenWithin(bytes, format ?? throw new InvalidDataException("The archive has changed."), limit), limit);
        return _inner.MoveTo(place[1..]);
    }

    /// <summary>The bytes of the member at which a reader is, without the compressions that it is in.</summary>
    public static BufferedInput Open(ArchiveReader reader, ExpansionLimit limit, out ArchiveFormat? format) =>
        CompressionLayers.Remove(new BufferedInput(new LimitedText(reader.Open(), limit)), limit, out format);

    /// <summary>Reads an archive within another, or within a compression.</summary>
    public static ArchiveReader OpenWithin(BufferedInput bytes, ArchiveFormat format, ExpansionLimit limit)
    {
        if (!format.NeedsSeek)
        {
            return format.Open(bytes, long.MaxValue);
        }

        var memory = new MemoryStream();
        byte[] block = new byte[1 << 16];
        int length;
        while ((length = bytes.Read(block)) > 0)
        {
            memory.Write(block, 0, length);
            if (memory.Length > ExpansionLimit.MaxBytesInMemory)
            {
                throw ExpansionLimitException.TooLargeWithin(format.Name);
            }
        }

        memory.Position = 0;
        return format.Open(memory, memory.Length);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _inner?.Dispose();
        reader.Dispose();
    }
}
