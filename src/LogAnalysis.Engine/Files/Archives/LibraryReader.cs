using SharpCompress.Readers;

namespace LogAnalysis.Files;

/// <summary>The members of an archive as the library reads them.</summary>
/// <param name="open">Begins to read.</param>
/// <param name="isCut">Whether it is known that the end is missing: what is there is followed by an error.</param>
internal sealed class LibraryReader(Func<IReader> open, bool isCut) : ArchiveReader
{
    private IReader? _reader;
    private LibraryText? _member;

    /// <inheritdoc/>
    public override string Name => _reader!.Entry.Key ?? string.Empty;

    /// <inheritdoc/>
    public override bool IsFile => !_reader!.Entry.IsDirectory && _reader.Entry.LinkTarget is null;

    /// <inheritdoc/>
    public override DateTime? LastWritten => _reader!.Entry.LastModifiedTime?.ToUniversalTime();

    /// <inheritdoc/>
    public override bool MoveNext()
    {
        bool isMore;
        try
        {
            // The library moves on from a member that was closed only.
            _member?.Dispose();
            _member = null;
            _reader ??= open();
            isMore = _reader.MoveToNextEntry();
        }
        catch (Exception failure) when (LibraryText.IsDamage(failure) && failure is not ExpansionLimitException)
        {
            throw LibraryText.Damaged(failure);
        }

        return isMore || !isCut ? isMore : throw new InvalidDataException("The archive is not whole: its end is missing.");
    }

    /// <inheritdoc/>
    public override Stream Open() => _reader!.Entry.IsEncrypted ? throw new InvalidDataException("It is encrypted.") : _member = new LibraryText(_reader.OpenEntryStream);

    /// <inheritdoc/>
    public override void Dispose() => _reader?.Dispose();
}
