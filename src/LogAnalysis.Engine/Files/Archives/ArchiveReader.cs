namespace LogAnalysis.Files;

/// <summary>The members of an archive, one after the other.</summary>
internal abstract class ArchiveReader : IDisposable
{
    /// <summary>The member's name as the archive has it.</summary>
    public abstract string Name { get; }

    /// <summary>Whether the member is a file, rather than a folder, a link or a device.</summary>
    public abstract bool IsFile { get; }

    /// <summary>When the member was last written, in UTC; null where the archive does not say.</summary>
    public abstract DateTime? LastWritten { get; }

    /// <summary>Moves to the next member.</summary>
    /// <exception cref="InvalidDataException">The archive is damaged, or its end is missing.</exception>
    public abstract bool MoveNext();

    /// <summary>The bytes of the member, once. They end when the reader moves on.</summary>
    /// <exception cref="InvalidDataException">The archive is damaged, or the member is encrypted.</exception>
    public abstract Stream Open();

    /// <inheritdoc/>
    public abstract void Dispose();
}
