using LogAnalysis.Files;

namespace LogAnalysis.Tests.Support;

/// <summary>An open log, as it is; tests change how it is read.</summary>
internal abstract class WrappedContent(string path) : LogContent
{
    private readonly LogContent _content = Open(path);

    public override FileIdentity Identity => _content.Identity;

    public override long Length => _content.Length;

    public override long FileLength => _content.FileLength;

    public override DateTime LastWriteTime => _content.LastWriteTime;

    public override bool CanChange => _content.CanChange;

    public override int Read(Span<byte> block, long offset) => _content.Read(block, offset);

    public override long FilePosition(long offset) => _content.FilePosition(offset);

    public override void Dispose() => _content.Dispose();
}
