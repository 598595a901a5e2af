using Microsoft.Win32.SafeHandles;

namespace LogAnalysis.Files;

/// <summary>A compressed log.</summary>
internal sealed class CompressedContent(SafeFileHandle handle, FileIdentity identity, Compression compression) : ForwardContent
{
    private readonly FileStream _file = new(handle, FileAccess.Read, bufferSize: 0);
    private Stream? _text;

    /// <inheritdoc/>
    public override FileIdentity Identity => identity;

    /// <inheritdoc/>
    public override bool IsEmpty => FileLength == 0;

    /// <inheritdoc/>
    public override long FileLength => _file.Length;

    /// <inheritdoc/>
    public override DateTime LastWriteTime => File.GetLastWriteTimeUtc(handle);

    /// <inheritdoc/>
    public override long FilePosition(long offset) => _file.Position;

    /// <inheritdoc/>
    public override void Dispose()
    {
        _text?.Dispose();
        _file.Dispose();
    }

    /// <inheritdoc/>
    protected override Stream OpenText()
    {
        _file.Position = 0;
        return _text = new LimitedText(compression.Decompress(_file), new ExpansionLimit(FileLength));
    }

    /// <inheritdoc/>
    protected override void CloseText(bool isWhole) => _text?.Dispose();

    /// <inheritdoc/>
    protected override bool IsDamage(Exception failure) => compression.IsDamage(failure);
}
