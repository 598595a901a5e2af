using LogAnalysis.Bench.Generating;

namespace LogAnalysis.Bench.Growing;

/// <summary>A log that is made larger by writing the same 10 MB behind it again and again.</summary>
/// <param name="path">The file; it is created, and deleted at the end.</param>
/// <param name="set">What the 10 MB are.</param>
internal sealed class GrowingFile(string path, DataSet set) : IDisposable
{
    private const int BlockSize = 10_000_000;

    private readonly byte[] _block = set.ToBytes(BlockSize);
    private readonly FileStream _file = new(path, FileMode.Create, FileAccess.Write, FileShare.Read | FileShare.Delete, bufferSize: 0);

    /// <summary>The file.</summary>
    public string Path => path;

    /// <summary>How large it is now, in bytes.</summary>
    public long Length => _file.Length;

    /// <summary>Whether there is room on the disk for it to have a size, in bytes, and for as much as a block besides.</summary>
    public bool HasRoomFor(long size) => new DriveInfo(path).AvailableFreeSpace > size - Length + BlockSize;

    /// <summary>Makes it at least so large, in bytes.</summary>
    public void GrowTo(long size)
    {
        while (Length < size)
        {
            _file.Write(_block);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _file.Dispose();
        File.Delete(path);
    }
}
