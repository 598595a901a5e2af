namespace LogAnalysis.Files;

/// <summary>Which logs are in an archive, and in the archives in it.</summary>
internal sealed class ArchiveListing
{
    private const int MaxNameLength = 4096;

    /// <summary>Before this, archives have placeholders for times: zip begins in 1980, tar in 1970.</summary>
    private const int MinYear = 1990;

    private static readonly char[] Separators = ['/', '\\'];

    private readonly Dictionary<string, ArchiveMember> _members = new(FileNames.Comparer);
    private readonly List<string> _notText = [];
    private readonly List<LogFileException> _failures = [];
    private readonly string _path;
    private readonly DateTime _lastWritten;
    private int _seen;

    private ArchiveListing(string path, DateTime lastWritten)
    {
        _path = path;
        _lastWritten = lastWritten;
    }

    /// <summary>
    /// The logs, in the order of the archive: any other would begin again with the archive at each step back. Of several with one name it is the last, as
    /// when the archive is unpacked.
    /// </summary>
    public IReadOnlyList<ArchiveMember> Members { get; private set; } = [];

    /// <summary>The paths of what is no text.</summary>
    public IReadOnlyList<string> NotText => _notText;

    /// <summary>What could not be looked through: the archive, from some place on, or archives in it.</summary>
    public IReadOnlyList<LogFileException> Failures => _failures;

    /// <summary>Looks through an archive.</summary>
    /// <param name="path">Its full path.</param>
    /// <param name="lastWritten">When it was last written, in UTC.</param>
    /// <param name="open">Begins to read it.</param>
    /// <param name="limit">Bounds how much is decompressed.</param>
    public static ArchiveListing Read(string path, DateTime lastWritten, Func<ArchiveReader> open, ExpansionLimit limit)
    {
        var listing = new ArchiveListing(path, lastWritten);
        listing.Add(path, string.Empty, [], open, limit);
        listing.Members = [.. listing._members.Values.Order(Comparer<ArchiveMember>.Create((one, other) => one.Place.AsSpan().SequenceCompareTo(other.Place)))];
        return listing;
    }

    /// <summary>Adds the members of an archive. One that is damaged gives those before the damage.</summary>
    private void Add(string path, string prefix, int[] place, Func<ArchiveReader> open, ExpansionLimit limit)
    {
        try
        {
            using ArchiveReader reader = open();
            for (int at = 0; reader.MoveNext(); at++)
            {
                if (++_seen > ExpansionLimit.MaxMembers)
                {
                    throw ExpansionLimitException.TooManyMembers();
                }

                if (reader.IsFile)
                {
                    Add(reader, Path.Join(prefix, CleanName(reader.Name)), [.. place, at], limit);
                }
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            _failures.Add(LogFileException.From(failure, path));
        }
    }

    private void Add(ArchiveReader reader, string name, int[] place, ExpansionLimit limit)
    {
        string path = Path.Join(_path, name);
        var member = new ArchiveMember(path, name, place, reader.LastWritten is DateTime time && time.Year >= MinYear ? time : _lastWritten);
        try
        {
            BufferedInput bytes = ArchiveCursor.Open(reader, limit, out ArchiveFormat? format);
            if (format is null)
            {
                Add(member, bytes.Peek(BinaryDetector.Length));
            }
            else if (place.Length > ExpansionLimit.MaxDepth)
            {
                _failures.Add(LogFileException.From(ExpansionLimitException.TooDeep(), path));
            }
            else
            {
                Add(path, name, place, () => ArchiveCursor.OpenWithin(bytes, format, limit), limit);
            }
        }
        catch (InvalidDataException)
        {
            // It is damaged or encrypted: who reads it says so.
            _members[name] = member;
        }
    }

    private void Add(ArchiveMember member, ReadOnlySpan<byte> beginning)
    {
        bool isText = TextEncoding.Detect(beginning[..Math.Min(beginning.Length, TextEncoding.ProbeLength)], stated: null, out _) is not null || !BinaryDetector.IsBinary(beginning);
        if (isText)
        {
            _members[member.Name] = member;
        }
        else
        {
            _notText.Add(member.Path);
        }
    }

    /// <summary>A name that leads nowhere else, as <c>../../etc/passwd</c> would.</summary>
    private static string CleanName(string name)
    {
        string cut = name.Length > MaxNameLength ? name[^MaxNameLength..] : name;
        string[] parts = [.. cut.Split(Separators, StringSplitOptions.RemoveEmptyEntries).Where(part => part is not ("." or ".."))];
        return parts.Length == 0 ? "unnamed" : string.Join(Path.DirectorySeparatorChar, parts);
    }
}
