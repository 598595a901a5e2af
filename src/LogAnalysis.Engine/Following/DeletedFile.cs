using LogAnalysis.Files;

namespace LogAnalysis.Following;

/// <summary>A file that was deleted while no handle held it: nothing can be read of it any more.</summary>
internal sealed class DeletedFile(FileIdentity identity) : LogContent
{
    /// <inheritdoc/>
    public override FileIdentity Identity => identity;

    /// <inheritdoc/>
    public override long Length => 0;

    /// <inheritdoc/>
    public override DateTime LastWriteTime => DateTime.MinValue;

    /// <inheritdoc/>
    public override bool CanChange => true;

    /// <inheritdoc/>
    public override int Read(Span<byte> block, long offset) => 0;

    /// <inheritdoc/>
    public override void Dispose()
    {
    }
}
