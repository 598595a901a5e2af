using LogAnalysis.Files;

namespace LogAnalysis.Following;

/// <summary>How far files were read that are not read any more: each goes on there if it comes back. The oldest are forgotten.</summary>
internal sealed class ClosedFiles
{
    /// <summary>A position takes some 300 bytes.</summary>
    private const int MaxCount = 20_000;

    private readonly Dictionary<FileIdentity, LogPosition> _byIdentity = [];
    private readonly Dictionary<string, HashSet<FileIdentity>> _byPath = new(FileNames.Comparer);
    private readonly Queue<FileIdentity> _order = [];

    /// <summary>Adds a file. Of a file that was emptied, the position read last counts.</summary>
    public void Add(LogPosition position)
    {
        Remove(position.Identity);
        _byIdentity.Add(position.Identity, position);
        if (!_byPath.TryGetValue(position.Path, out HashSet<FileIdentity>? files))
        {
            _byPath.Add(position.Path, files = []);
        }

        files.Add(position.Identity);
        _order.Enqueue(position.Identity);
        while (_order.Count > MaxCount)
        {
            Remove(_order.Dequeue());
        }
    }

    /// <summary>Removes a file, which is read again.</summary>
    public void Remove(FileIdentity identity)
    {
        if (_byIdentity.Remove(identity, out LogPosition? position) && _byPath.TryGetValue(position.Path, out HashSet<FileIdentity>? files) && files.Remove(identity) && files.Count == 0)
        {
            _byPath.Remove(position.Path);
        }
    }

    /// <summary>The position in a file, if it still holds what was read.</summary>
    /// <exception cref="IOException">Reading failed.</exception>
    public LogPosition? Find(LogContent content) =>
        _byIdentity.TryGetValue(content.Identity, out LogPosition? position) && position.Matches(content) ? position : null;

    /// <summary>The position of a file of which another one is a copy, which holds what was read and perhaps more.</summary>
    /// <param name="content">The other file.</param>
    /// <param name="path">The path at which the file was; null for any.</param>
    /// <exception cref="IOException">Reading failed.</exception>
    public LogPosition? FindOriginal(LogContent content, string? path)
    {
        IEnumerable<LogPosition> candidates = path is null ? _byIdentity.Values
            : _byPath.TryGetValue(path, out HashSet<FileIdentity>? files) ? files.Select(file => _byIdentity[file])
            : [];
        byte[] head = content.ReadBeginning(Fingerprint.MaxHead);
        Dictionary<int, string> hashes = [];
        return candidates.Where(position => position.Offset > 0 && HasHead(position.Fingerprint) && position.MatchesCopy(content)).MaxBy(position => position.Offset);

        bool HasHead(Fingerprint known)
        {
            if (known.HeadLength == 0 || known.HeadLength > head.Length)
            {
                return false;
            }

            if (!hashes.TryGetValue(known.HeadLength, out string? hash))
            {
                hashes.Add(known.HeadLength, hash = Fingerprint.Of(head.AsSpan(0, known.HeadLength), []).Head);
            }

            return hash == known.Head;
        }
    }
}
