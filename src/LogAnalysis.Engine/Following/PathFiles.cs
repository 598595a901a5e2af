using LogAnalysis.Files;

namespace LogAnalysis.Following;

/// <summary>
/// The files of a followed path in the order in which they are read: those that were rotated away and whose writers may not be done, then
/// the one that is there.
/// </summary>
internal sealed class PathFiles(PathContext context) : IDisposable
{
    private readonly List<TailedFile> _files = [];
    private volatile ReadAhead? _ahead;
    private FileIdentity _aheadOf;

    /// <summary>The file at the path; null when there is none.</summary>
    public TailedFile? Current => _files is [.., { Lifecycle.State: TailedFileState.Current } last] ? last : null;

    /// <summary>The file that is read after all others.</summary>
    public TailedFile? Last => _files.LastOrDefault();

    /// <summary>Whether the path is a link: the file is in another directory, perhaps.</summary>
    public bool IsLink { get; private set; }

    /// <summary>Whether something is kept that is passed on after a short quiet time.</summary>
    public bool IsWaiting => _files.Exists(file => file.IsWaiting);

    /// <summary>Whether less was read than this length of the present file, or not yet all of those before it.</summary>
    public bool IsBehind(long length) => _files.Exists(file => file.Lifecycle.State == TailedFileState.Draining) || Current?.Read.Offset < length;

    /// <summary>The files as they are now.</summary>
    public TailedFile[] ToArray() => [.. _files];

    /// <summary>Whether a file is one of the path's.</summary>
    public bool Contains(TailedFile file) => _files.Contains(file);

    /// <summary>Where a file is among the others.</summary>
    public int IndexOf(TailedFile file) => _files.IndexOf(file);

    /// <summary>
    /// Where among the files a further one is to be read that was written last at some time. Of a copy that was made before its original
    /// was emptied, the original may wait here already with what came later.
    /// </summary>
    public int IndexBy(DateTime written) => 1 + _files.FindLastIndex(file =>
        file.Lifecycle.State != TailedFileState.Current && (!file.IsUnread || file.LastWriteTime <= written));

    /// <summary>Adds the file at the path.</summary>
    public void AddCurrent(TailedFile file)
    {
        file.Lifecycle.BecomeCurrent();
        Add(file, _files.Count);
        BeginAhead(file);
    }

    /// <summary>Adds a file that was rotated away.</summary>
    public void AddRotated(TailedFile file, int index)
    {
        file.Lifecycle.Rotate();
        Add(file, index);
    }

    /// <summary>Adds a file that was rotated away, after all others.</summary>
    public void AddRotated(TailedFile file) => AddRotated(file, _files.Count);

    /// <summary>A file came back under its name, if it is one of the path's.</summary>
    public bool TryMakeCurrent(TailedFile file)
    {
        if (!_files.Remove(file))
        {
            return false;
        }

        _files.Add(file);
        file.Lifecycle.BecomeCurrent();
        BeginAhead(file);
        return true;
    }

    /// <summary>What was read of the file at the path since it was emptied; null where nothing was.</summary>
    public ReadAhead? AheadOf(FileIdentity identity) =>
        identity == _aheadOf && _ahead is ReadAhead ahead ? ahead.Later.FirstOrDefault(later => later.Start is not null) ?? ahead.Later.LastOrDefault() : null;

    /// <summary>Reads ahead in the file at the path. From any thread.</summary>
    public void FillAhead()
    {
        try
        {
            _ahead?.Fill();
        }
        catch (IOException)
        {
            // It fails again, and is reported, when it is read.
        }
    }

    /// <summary>Goes on with a file in another one, which holds what was read of it.</summary>
    public void Continue(TailedFile file, LogContent content)
    {
        context.Registry.Close(file, position: null);
        file.ContinueIn(content);
        context.Registry.Open(file);
        if (file.Lifecycle.State == TailedFileState.Current)
        {
            BeginAhead(file);
        }
    }

    /// <summary>Passes on what is kept of a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="partial">Whether a last line without its end is a line too.</param>
    public void Complete(TailedFile file, bool partial)
    {
        try
        {
            file.Complete(partial);
        }
        catch (LogFileException failure)
        {
            context.Errors.Report(failure);
        }
    }

    /// <summary>Closes a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="position">How far it was read, if it is to be recognised when it comes back.</param>
    public void Close(TailedFile file, LogPosition? position)
    {
        Complete(file, partial: true);
        file.Lifecycle.Close();
        _files.Remove(file);
        context.Registry.Close(file, position);
        file.Dispose();
    }

    /// <summary>Closes the files whose writers have been done for long.</summary>
    public void CloseQuiet()
    {
        foreach (TailedFile file in _files.FindAll(file => file.HasPartialLine && IsQuiet(file, context.Options.PartialGrace)))
        {
            Complete(file, partial: true);
        }

        TimeSpan grace = context.Registry.AreMany && context.Options.CrowdedGrace < context.Options.RotationGrace ? context.Options.CrowdedGrace : context.Options.RotationGrace;
        foreach (TailedFile file in _files.FindAll(file => IsQuiet(file, grace) && !context.Registry.MayBeWritten(file)))
        {
            context.Sink.Note(FollowWarning.Closed(context.Path, file.Read.Offset, grace));
            Close(file, file.ReadPosition);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _files.ForEach(file => file.Dispose());

    private static bool IsQuiet(TailedFile file, TimeSpan time) =>
        file.Lifecycle.State == TailedFileState.Drained && file.Activity.IsQuiet(time);

    private void BeginAhead(TailedFile file)
    {
        if (context.Options.Follow)
        {
            ReadAhead? previous = _ahead;
            _ahead = file.Handle.BeginAhead(context.Registry.ReadAheadBudget, file.IsUnread);
            _aheadOf = file.Identity;
            if (previous is not null && previous != _ahead && !previous.Later.Contains(_ahead))
            {
                previous.Clear();
            }
        }
    }

    private void Add(TailedFile file, int index)
    {
        IsLink = new FileInfo(context.Path).LinkTarget is not null;
        _files.Insert(index, file);
        context.Registry.Open(file);
        file.NotifyOpened();
    }
}
