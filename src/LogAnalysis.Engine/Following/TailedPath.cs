using LogAnalysis.Files;

namespace LogAnalysis.Following;

/// <summary>
/// A path that is followed through rotations: the file that is there, and those that were there and whose writers may not be done. Each is
/// read to its end before its successor.
/// </summary>
internal sealed class TailedPath : IDisposable
{
    private readonly PathContext _context;
    private readonly PathFiles _files;
    private readonly RotatedFiles _rotated;
    private readonly PreopenedFiles _preopened;
    private readonly RotatedNameGrace _grace;
    private readonly MissedFiles _missed;
    private readonly PathOpener _opener;
    private readonly PathReader _reader;

    public TailedPath(string path, FollowOptions options, IFollowSink sink, FileRegistry registry, Action<LogFileException> report)
    {
        _context = new PathContext(path, options, sink, registry, new TailedFileFactory(path, options, sink), new PathErrors(report));
        _files = new PathFiles(_context);
        _rotated = new RotatedFiles(path, registry);
        _preopened = new PreopenedFiles(path);
        _grace = new RotatedNameGrace(options.SiblingGrace);
        var unfinished = new UnfinishedFiles();
        _missed = new MissedFiles(_context, _files, _rotated, _preopened, unfinished);
        _opener = new PathOpener(_context, _files, _missed, _grace, new RenumberedFiles(_context, _files, _rotated));
        var overwritten = new OverwrittenFiles(_context, _files, _rotated, _preopened, unfinished, _opener);
        _reader = new PathReader(_context, _files, _missed, overwritten);
    }

    /// <summary>The path.</summary>
    public string Path => _context.Path;

    /// <summary>The followed path of which this one is a rotated file, by its name; null for all others.</summary>
    public string? Original
    {
        get => _grace.Original;
        set => _grace.Original = value;
    }

    /// <summary>When the path was looked at last, in UTC: what appeared there before is read, or being read.</summary>
    public DateTime LastSeen => _missed.LastSeen;

    /// <summary>Whether there is a file at the path, as far as was seen.</summary>
    public bool IsPresent => _files.Current is not null;

    /// <summary>Whether something is kept that is passed on after a short quiet time.</summary>
    public bool IsWaiting => _files.IsWaiting;

    /// <summary>Whether less was read than this length of the present file, or not yet all of those before it.</summary>
    public bool IsBehind(long length) => _files.IsBehind(length);

    /// <summary>Whether the path is a link: the file is in another directory, perhaps.</summary>
    public bool IsLink => _files.IsLink;

    /// <summary>What is at the path at the first look is new, from its first line.</summary>
    public void ExpectNew() => _opener.ExpectNew();

    /// <summary>The path has appeared while others are followed: there is no first look.</summary>
    public void Appear() => _opener.Follow();

    /// <summary>Takes up what an earlier run had read.</summary>
    public void Resume()
    {
        if (_context.Options.ResumesFrom is DateTime since)
        {
            var looked = new ObservedTime(_context.Options.Clock);
            new CheckpointRestorer(_context, _files).Resume();
            _opener.ExpectNew();

            // Of a file that was empty nothing tells whether others have been at the path since.
            _missed.NoteLook(_files.Current is { IsUnread: false } ? looked : new ObservedTime(_context.Options.Clock, since));
        }
    }

    /// <summary>Opens what is at the path first: near its end, at its beginning, or where an earlier run ended.</summary>
    public void Start()
    {
        if (!IsPresent)
        {
            _opener.TryOpen();
        }

        else if (_files.Current is { IsUnread: true })
        {
            _missed.AddBeforeCurrent();
        }

        if (_context.Options.ResumesFrom is null)
        {
            _context.Registry.IgnoreRotated(Path);
        }

        _opener.Follow();
    }

    /// <summary>Opens what has just appeared at the path, before it can vanish. From any thread.</summary>
    public void Preopen()
    {
        // What appears under a rotated name was there before, under another.
        if (Original is null)
        {
            _preopened.Open();
        }
    }

    /// <summary>Reads the next block.</summary>
    /// <returns>Whether there was anything new.</returns>
    public bool Read(byte[] block) => _reader.Read(block);

    /// <summary>Reads ahead in the file at the path, before that can be emptied. From any thread.</summary>
    public void FillAhead() => _files.FillAhead();

    /// <summary>Looks at what is at the path now.</summary>
    /// <returns>Whether there is another file to read.</returns>
    public bool Look()
    {
        _files.CloseQuiet();
        bool found = LookAtPath();
        return _missed.AddPreopened() || found;
    }

    /// <summary>Passes on what is kept. Nothing more will be read.</summary>
    public void Complete()
    {
        foreach (TailedFile file in _files.ToArray())
        {
            // A line whose end was not written is left to the next run, where there is one: it comes once, and whole.
            _files.Complete(file, partial: _context.Options.Positions is null || file.Lifecycle.State != TailedFileState.Current);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _preopened.Dispose();
        _files.Dispose();
    }

    private bool LookAtPath()
    {
        FileIdentity? identity = FileIdentity.Of(Path);
        if (identity is not null && _files.Current is TailedFile current && current.Identity == identity)
        {
            bool found = current.IsUnread && _rotated.MayHaveAppeared() && _missed.AddBeforeCurrent();
            if (!current.IsUnread && current.Activity.Verified is ObservedTime verified)
            {
                // Since then, or until something is read of it, it may have been emptied, and what was in it be beside it only.
                _missed.NoteLook(verified);
            }

            return found;
        }

        if (_files.Current is TailedFile replaced)
        {
            if (identity is not null && _opener.TryContinue(replaced))
            {
                return true;
            }

            _context.Sink.Note(FollowWarning.Rotated(Path, replaced.Read.Offset, identity is not null));
            replaced.Lifecycle.Rotate();
        }

        if (identity is null)
        {
            return false;
        }

        if (_context.Registry.FindOpen(identity.Value) is TailedFile open)
        {
            // It came back under its name, or it is another path's.
            return _files.TryMakeCurrent(open);
        }

        return _opener.TryOpen();
    }
}
