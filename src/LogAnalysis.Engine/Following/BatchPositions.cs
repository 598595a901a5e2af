using LogAnalysis.Files;

namespace LogAnalysis.Following;

/// <summary>The position of a file that is reached with each entry of a batch.</summary>
internal sealed class BatchPositions
{
    private readonly FileIdentity _identity;
    private readonly byte[] _head;
    private readonly byte[] _window;
    private readonly long _windowOffset;
    private readonly long? _lines;
    private readonly List<long> _ends = [];

    private BatchPositions(in FollowedBlock block, bool isOpening, long? lines)
    {
        File = block.File;
        IsOpening = isOpening;
        _identity = block.Identity;
        _head = block.Head;
        _window = block.Window.ToArray();
        _windowOffset = block.WindowOffset;
        _lines = lines;
    }

    /// <summary>The file.</summary>
    public TailedFileLifecycle File { get; }

    /// <summary>Whether the batch only says where reading starts.</summary>
    public bool IsOpening { get; }

    /// <summary>The entries of a batch are of this block.</summary>
    public static BatchPositions Of(in FollowedBlock block) => new(in block, isOpening: false, lines: null);

    /// <summary>A file is read from the end of this block on.</summary>
    public static BatchPositions Opening(in FollowedBlock block, long? lines) => new(in block, isOpening: true, lines);

    /// <summary>An entry was added, and is not committed yet.</summary>
    public void Add() => _ends.Add(0);

    /// <summary>With the last entry, everything before this position has been passed on.</summary>
    public void Commit(long offset)
    {
        if (_ends.Count > 0)
        {
            _ends[^1] = offset;
        }
    }

    /// <summary>The position when the first <paramref name="taken"/> entries have been taken; null where it has not changed.</summary>
    public LogPosition? After(int taken, List<LogEntry> entries)
    {
        int last = taken - 1;
        while (last >= 0 && _ends[last] == 0)
        {
            last--;
        }

        return last >= 0 ? At(_ends[last], entries[last].LastLineNumber)
            : IsOpening ? At(_windowOffset + _window.Length, _lines)
            : null;
    }

    private LogPosition At(long offset, long? lines)
    {
        ReadOnlySpan<byte> tail = [];
        if (offset >= _windowOffset && offset - _windowOffset <= _window.Length)
        {
            int end = (int)(offset - _windowOffset);
            tail = _window.AsSpan(Math.Max(0, end - Fingerprint.MaxTail), Math.Min(end, Fingerprint.MaxTail));
        }

        return new LogPosition(File.Path, File.Recorded, _identity, offset, lines, Fingerprint.Of(_head, tail));
    }
}
