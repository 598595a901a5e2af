using System.Buffers;

namespace LogAnalysis.Parallel;

/// <summary>The memory for partitions of files: a number of buffers, however large the files are.</summary>
/// <param name="count">How many.</param>
/// <param name="size">The minimum size of each, in bytes.</param>
/// <param name="returned">Called when there is one again.</param>
internal sealed class PartitionBuffers(int count, int size, Action returned)
{
    private int _left = count;

    /// <summary>Whether not all are in use.</summary>
    public bool Any => Volatile.Read(ref _left) > 0;

    /// <summary>Takes a buffer. Who takes one has seen, under a lock that all take them under, that there is one.</summary>
    public byte[] Rent()
    {
        Interlocked.Decrement(ref _left);
        return ArrayPool<byte>.Shared.Rent(size);
    }

    /// <summary>Gives a buffer back.</summary>
    public void Return(byte[] buffer)
    {
        ArrayPool<byte>.Shared.Return(buffer);
        Interlocked.Increment(ref _left);
        returned();
    }
}
