namespace LogAnalysis.Files;

/// <summary>A way in which logs are compressed. <see cref="Compressions"/> lists them.</summary>
/// <param name="name">Its name, as users say it.</param>
/// <param name="extension">How the names of such files usually end, such as <c>.gz</c>. Files are recognised by their first bytes, whatever their names.</param>
internal abstract class Compression(string name, string extension)
{
    /// <summary>Its name, as users say it.</summary>
    public string Name { get; } = name;

    /// <summary>How the names of such files usually end.</summary>
    public string Extension { get; } = extension;

    /// <summary>The bytes with which every such file begins.</summary>
    public abstract ReadOnlySpan<byte> Magic { get; }

    /// <summary>The text of a file.</summary>
    /// <param name="file">The compressed bytes, from the first on. They stay open when the text is disposed of.</param>
    /// <returns>
    /// The text. Reading it throws where the file is damaged, and also where its end is missing: an end of the stream there would pass for the end of
    /// the log.
    /// </returns>
    public abstract Stream Decompress(Stream file);

    /// <summary>Whether reading the text failed because the file is damaged or its end is missing, rather than because of the disk or the network.</summary>
    public virtual bool IsDamage(Exception failure) => failure is InvalidDataException or EndOfStreamException;
}
