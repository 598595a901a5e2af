using LogAnalysis.Files;

namespace LogAnalysis.Tests.Support;

/// <summary>A file of which every read gives a few bytes, and none beyond a place where the disk is broken.</summary>
internal sealed class FaultyFile(string path, long faultAt, int mostAtOnce) : LogFileBytes(path)
{
    public override int Read(Span<byte> buffer) => base.Read(buffer[..Allowed(buffer.Length, Position)]);

    public override int ReadAt(Span<byte> block, long offset) => base.ReadAt(block[..Allowed(block.Length, offset)], offset);

    /// <summary>Options under which files are read like that.</summary>
    public static ReadOptions Options(long faultAt, int mostAtOnce = int.MaxValue) =>
        new() { Open = path => new FaultyFile(path, faultAt, mostAtOnce) };

    private int Allowed(int wanted, long from)
    {
        long left = faultAt - from;
        return left > 0 ? (int)Math.Min(Math.Min(wanted, mostAtOnce), left) : throw new IOException("Input/output error");
    }
}
