namespace LogAnalysis.Files;

/// <summary>A kind of archive: one file that holds others. <see cref="ArchiveFormats"/> lists them.</summary>
/// <remarks>Files are recognised by their first bytes, whatever their names.</remarks>
/// <param name="name">Its name, as users say it.</param>
internal abstract class ArchiveFormat(string name)
{
    /// <summary>Its name, as users say it.</summary>
    public string Name { get; } = name;

    /// <summary>Whether its members can be found only by seeking. Within another archive it is then held in memory.</summary>
    public abstract bool NeedsSeek { get; }

    /// <summary>Whether a file that begins so is such an archive.</summary>
    /// <param name="beginning">Its first bytes, up to <see cref="ArchiveFormats.ProbeLength"/>.</param>
    public abstract bool Matches(ReadOnlySpan<byte> beginning);

    /// <summary>Begins to read an archive.</summary>
    /// <param name="archive">Its bytes, from the first on. They stay open when the reader is disposed of.</param>
    /// <param name="length">How many bytes there are.</param>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public abstract ArchiveReader Open(Stream archive, long length);
}
