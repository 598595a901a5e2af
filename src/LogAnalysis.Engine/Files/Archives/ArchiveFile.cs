using Microsoft.Win32.SafeHandles;

namespace LogAnalysis.Files;

/// <summary>An archive whose members are read, several at a time. Nothing is unpacked to a disk.</summary>
internal sealed class ArchiveFile : IDisposable
{
    private readonly object _lock = new();
    private readonly List<ArchiveCursor> _idle = [];
    private readonly ExpansionLimit _text;
    private readonly long _length;
    private readonly DateTime _lastWritten;
    private ArchiveListing? _listing;
    private bool _isDisposed;

    private ArchiveFile(string path, FileIdentity identity, long length, DateTime lastWritten)
    {
        Path = path;
        Identity = identity;
        _length = length;
        _lastWritten = lastWritten;
        _text = new ExpansionLimit(length);
    }

    /// <summary>Its full path.</summary>
    public string Path { get; }

    public FileIdentity Identity { get; }

    /// <summary>Its size in bytes.</summary>
    public long Length => _length;

    /// <summary>What is in it.</summary>
    public ArchiveListing Listing
    {
        get
        {
            lock (_lock)
            {
                var limit = new ExpansionLimit(_length);
                return _listing ??= ArchiveListing.Read(Path, _lastWritten, () => OpenReader(limit), limit);
            }
        }
    }

    /// <summary>The archive that a file is; null where it is none, or cannot be opened, which who reads it reports.</summary>
    public static ArchiveFile? TryOpen(string path)
    {
        try
        {
            using SafeFileHandle handle = LogFileHandle.Open(path);
            var archive = new ArchiveFile(path, FileIdentity.Of(handle, path), RandomAccess.GetLength(handle), File.GetLastWriteTimeUtc(handle));
            Span<byte> beginning = stackalloc byte[ArchiveFormats.ProbeLength];
            beginning = beginning[..(archive._length == 0 ? 0 : RandomAccess.Read(handle, beginning, 0))];
            return ArchiveFormats.Find(beginning) is not null || (Compressions.Find(beginning) is not null && archive.IsWithinCompression()) ? archive : null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or NotSupportedException or InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>The text of a member, from its beginning.</summary>
    /// <param name="place">Which.</param>
    /// <param name="cursor">Receives the cursor that is there, to be given back.</param>
    public Stream Open(int[] place, out ArchiveCursor cursor)
    {
        cursor = Rent(place);
        try
        {
            return new LimitedText(cursor.MoveTo(place), _text);
        }
        catch
        {
            cursor.Dispose();
            throw;
        }
    }

    /// <summary>Takes a cursor back, to go on from there.</summary>
    public void Return(ArchiveCursor cursor)
    {
        lock (_lock)
        {
            if (!_isDisposed)
            {
                _idle.Add(cursor);
                return;
            }
        }

        cursor.Dispose();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            _isDisposed = true;
            _idle.ForEach(cursor => cursor.Dispose());
            _idle.Clear();
        }
    }

    private ArchiveCursor Rent(int[] place)
    {
        ArchiveCursor? cursor;
        lock (_lock)
        {
            // The one that was given back last is the furthest, where members are read in their order.
            cursor = _idle.FindLast(idle => idle.CanReach(place));
            if (cursor is not null)
            {
                _idle.Remove(cursor);
            }
        }

        if (cursor is null)
        {
            var limit = new ExpansionLimit(_length);
            cursor = new ArchiveCursor(OpenReader(limit), limit);
        }

        cursor.Begin();
        return cursor;
    }

    private OwningReader OpenReader(ExpansionLimit limit)
    {
        var file = new FileStream(LogFileHandle.Open(Path), FileAccess.Read);
        try
        {
            Span<byte> beginning = stackalloc byte[ArchiveFormats.ProbeLength];
            beginning = beginning[..file.ReadAtLeast(beginning, beginning.Length, throwOnEndOfStream: false)];
            file.Position = 0;
            return new OwningReader(ArchiveFormats.Find(beginning) is ArchiveFormat format ? format.Open(file, file.Length) : OpenCompressed(file, limit), file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private bool IsWithinCompression()
    {
        using var file = new FileStream(LogFileHandle.Open(Path), FileAccess.Read);
        CompressionLayers.Remove(new BufferedInput(file), new ExpansionLimit(_length), out ArchiveFormat? format);
        return format is not null;
    }

    private static ArchiveReader OpenCompressed(FileStream file, ExpansionLimit limit)
    {
        BufferedInput bytes = CompressionLayers.Remove(new BufferedInput(file), limit, out ArchiveFormat? format);
        return ArchiveCursor.OpenWithin(bytes, format ?? throw new InvalidDataException("The archive has changed."), limit);
    }

    /// <summary>A reader with the file that it reads.</summary>
    private sealed class OwningReader(ArchiveReader reader, FileStream file) : ArchiveReader
    {
        public override string Name => reader.Name;

        public override bool IsFile => reader.IsFile;

        public override DateTime? LastWritten => reader.LastWritten;

        public override bool MoveNext() => reader.MoveNext();

        public override Stream Open() => reader.Open();

        public override void Dispose()
        {
            reader.Dispose();
            file.Dispose();
        }
    }
}
