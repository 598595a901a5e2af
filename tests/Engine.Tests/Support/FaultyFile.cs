using LogAnalysis.Files;

namespace LogAnalysis.Tests.Support;

/// <summary>A file of which every read gives a few bytes, and none beyond a place where the disk is broken.</summary>
internal sealed class FaultyFile(string path, long faultAt, int maxAtOnce) : WrappedContent(path)
{
    public override int Read(Span<byte> block, long offset) => base.Read(block[..Allowed(block.Length, offset)], offset);

    /// <summary>Options under which files are read like that.</summary>
    public static ReadOptions Options(long faultAt, int maxAtOnce = int.MaxValue) =>
        new() { Open = path => new FaultyFile(path, faultAt, maxAtOnce) };

    private int Allowed(int wanted, long from)
    {
        long left = faultAt - from;
        return left > 0 ? (int)Math.Min(Math.Min(wanted, maxAtOnce), left) : throw new IOException("Input/output error");
    }
}
