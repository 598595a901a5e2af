namespace LogAnalysis.Files;

/// <summary>A log within an archive.</summary>
internal sealed class MemberContent(ArchiveFile archive, ArchiveMember member) : ForwardContent
{
    private ArchiveCursor? _cursor;

    /// <inheritdoc/>
    public override FileIdentity Identity => archive.Identity;

    /// <inheritdoc/>
    public override long FileLength => archive.Length;

    /// <inheritdoc/>
    public override DateTime LastWriteTime => member.LastWritten;

    /// <inheritdoc/>
    public override bool IsEmpty => Length == 0;

    /// <inheritdoc/>
    public override long FilePosition(long offset) => offset;

    /// <inheritdoc/>
    public override void Dispose() => CloseText(isWhole: !HasFailed);

    /// <inheritdoc/>
    protected override Stream OpenText() => archive.Open(member.Place, out _cursor);

    /// <inheritdoc/>
    protected override void CloseText(bool isWhole)
    {
        if (_cursor is not null && isWhole)
        {
            archive.Return(_cursor);
        }
        else
        {
            _cursor?.Dispose();
        }

        _cursor = null;
    }

    /// <inheritdoc/>
    protected override bool IsDamage(Exception failure) => failure is InvalidDataException or EndOfStreamException;
}
