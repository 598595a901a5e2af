using LogAnalysis.Files;
using LogAnalysis.Parsing;
using LogAnalysis.Reading;

namespace LogAnalysis.Parallel;

/// <summary>Reads the partitions of a file. Once the first was read, several threads can read others of a plain text at a time.</summary>
internal sealed class PartitionReader(string path, ParallelReadOptions options) : IDisposable
{
    private LogFileText? _text;

    /// <summary>Whether the file could be opened.</summary>
    public bool IsOpen => _text is not null;

    /// <summary>Where the lines of the file come from, and what is known of them.</summary>
    public LineSource Source { get; private set; } = new(path) { Format = options.Format };

    /// <summary>Whether partitions can be read in any order.</summary>
    public bool IsPlain => _text is { IsPlain: true };

    /// <summary>How many bytes of the file are done when the first partitions are, and how many there are.</summary>
    /// <param name="count">How many partitions.</param>
    public (long Position, long Length) ProgressAfter(int count) => _text is null ? (0, 0)
        : _text.IsPlain ? (OffsetOf(count), _text.Length)
        : (_text.Position, _text.Length);

    /// <summary>Opens the file and reads its first partition. Where that fails, the partition has the failure, and is the last.</summary>
    public Partition ReadFirst(byte[] buffer)
    {
        LogFileException? failure;
        int length = 0;
        try
        {
            _text = LogFileReader.Open(path, options, out LineSource source);
            Source = source;
            length = _text.Read(BlockOf(buffer), out failure);
        }
        catch (LogFileException unreadable)
        {
            failure = unreadable;
        }

        return Create(0, buffer, length, failure);
    }

    /// <summary>Reads another partition: the next one, or of a plain text any.</summary>
    public Partition Read(int index, byte[] buffer)
    {
        int length = _text!.IsPlain
            ? _text.ReadAt(OffsetOf(index), BlockOf(buffer), out LogFileException? failure)
            : _text.Read(BlockOf(buffer), out failure);
        return Create(index, buffer, length, failure);
    }

    /// <inheritdoc/>
    public void Dispose() => _text?.Dispose();

    private long OffsetOf(int index) => (long)index * options.PartitionSize;

    private Span<byte> BlockOf(byte[] buffer) => buffer.AsSpan(0, options.PartitionSize);

    private Partition Create(int index, byte[] buffer, int length, LogFileException? failure) => new(index, buffer, length)
    {
        Offset = OffsetOf(index),
        IsLast = length < options.PartitionSize || failure is not null,
        Failure = failure,
    };
}
