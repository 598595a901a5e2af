using Microsoft.Win32.SafeHandles;

namespace LogAnalysis.Files;

/// <summary>A log as it is written.</summary>
internal sealed class PlainContent(SafeFileHandle handle, FileIdentity identity) : LogContent
{
    /// <inheritdoc/>
    public override FileIdentity Identity => identity;

    /// <inheritdoc/>
    public override bool IsNow(FileIdentity identity) => OperatingSystem.IsLinux() ? LinuxFileIdentity.Of(handle) == identity : base.IsNow(identity);

    /// <inheritdoc/>
    public override long Length => FileLengthOf(handle);

    /// <inheritdoc/>
    public override DateTime LastWriteTime => File.GetLastWriteTimeUtc(handle);

    /// <inheritdoc/>
    public override bool CanChange => true;

    /// <inheritdoc/>
    public override int Read(Span<byte> block, long offset) => RandomAccess.Read(handle, block, offset);

    /// <inheritdoc/>
    public override void Dispose() => handle.Dispose();
}
