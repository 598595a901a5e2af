using System.Globalization;
using System.Text.Json;
using LogAnalysis.Files;

namespace LogAnalysis.Following;

/// <summary>
/// A checkpoint on disk. It is replaced as a whole: whatever ends the process or the machine, there is either the old one or the new one.
/// While one is open, no other process can open it. The system releases the lock file beside it when the process ends.
/// </summary>
internal sealed class CheckpointFile : IDisposable
{
    /// <summary>No checkpoint is larger, in bytes: a file takes some 500 of them.</summary>
    public const int MaxBytes = 256 << 20;

    private readonly string _path;
    private readonly FileStream _lock;
    private readonly CheckpointJournal _journal;

    private CheckpointFile(string path, FileStream @lock)
    {
        _path = path;
        _lock = @lock;
        _journal = new CheckpointJournal(@lock);
    }

    /// <summary>What it held when it was opened; null where there was none.</summary>
    public Checkpoint? Loaded { get; private set; }

    /// <summary>Opens a checkpoint, which need not exist.</summary>
    /// <param name="path">Its full path.</param>
    /// <param name="setAside">Called for a file that is no checkpoint, with what is wrong with it and its new name.</param>
    /// <exception cref="CheckpointException">It is in use, is no file, or cannot be read or written.</exception>
    public static CheckpointFile Open(string path, Action<string, string> setAside)
    {
        RequireFiles(path);
        try
        {
            var file = new CheckpointFile(path, Lock(path));
            try
            {
                file.Load(setAside);
                return file;
            }
            catch
            {
                file.Dispose();
                throw;
            }
        }
        catch (Exception cause) when (AtomicFile.IsFailure(cause) && cause is not CheckpointException)
        {
            throw Unusable(path, cause);
        }
    }

    /// <summary>Whether what was taken can be noted between two saves.</summary>
    public bool CanNote => _journal.IsUsable;

    /// <summary>Notes what was taken since it was saved: it counts if the process is killed before the next save.</summary>
    /// <returns>Whether it counts. If not, notes of what changed after it do not count either.</returns>
    public bool TryNote(CheckpointNote note) => _journal.TryWrite(note);

    /// <summary>Replaces what it holds.</summary>
    /// <exception cref="CheckpointException">It cannot be written; what it held it still holds.</exception>
    public void Save(Checkpoint checkpoint)
    {
        RequireFiles(_path);
        string temporary = TemporaryOf(_path);
        try
        {
            // A new file is made, so that no link that somebody puts there is followed.
            File.Delete(temporary);
            byte[] json = checkpoint.Positions.Count <= CheckpointDocument.MaxFiles
                ? CheckpointDocument.Write(checkpoint)
                : throw new IOException($"It would hold more than {CheckpointDocument.MaxFiles} files. Watch fewer of them with one checkpoint.");
            using (FileStream stream = OutputFile.Create(temporary, OutputFile.Private))
            {
                stream.Write(json);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, _path, overwrite: true);
            _journal.Rebase(_path, json);
        }
        catch (Exception cause) when (AtomicFile.IsFailure(cause))
        {
            AtomicFile.TryDelete(temporary);
            throw Unusable(_path, cause);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _lock.Dispose();

    private static string LockOf(string path) => path + ".lock";

    private static string TemporaryOf(string path) => path + ".tmp";

    /// <summary>Neither the checkpoint nor the files beside it may be links, devices or directories.</summary>
    private static void RequireFiles(string path)
    {
        foreach (string file in new[] { path, LockOf(path), TemporaryOf(path) })
        {
            string subject = file == path ? "It" : $"'{file}'";
            string? reason = AtomicFile.FindProblem(file) switch
            {
                PathProblem.NoFolder => $"There is no folder '{Path.GetDirectoryName(path)}'. Create it first.",
                PathProblem.Directory => $"{subject} is a directory. Name a file.",
                PathProblem.Link => $"{subject} is a symbolic link, which is neither followed nor replaced. Name the file itself, or remove the link.",
                PathProblem.NotRegular => $"{subject} is a device, a pipe or a socket. Name a file.",
                _ => null,
            };
            if (reason is not null)
            {
                throw new CheckpointException(CheckpointErrorKind.Unusable, path, reason);
            }
        }
    }

    private static CheckpointException Unusable(string path, Exception cause) => new(
        CheckpointErrorKind.Unusable,
        path,
        cause is UnauthorizedAccessException ? $"Writing is denied. It takes write permission on the folder '{Path.GetDirectoryName(path)}'." : cause.Message,
        cause);

    private static FileStream Lock(string path)
    {
        string name = LockOf(path);
        try
        {
            return OutputFile.OpenAlone(name);
        }
        catch (FileHeldException held)
        {
            throw new CheckpointException(held.Owner is null ? CheckpointErrorKind.InUse : CheckpointErrorKind.InUseByOther, path, $"{held.Owner}", held);
        }
        catch (UnauthorizedAccessException denied) when (OutputFile.IsOwn(name) == false)
        {
            throw new CheckpointException(CheckpointErrorKind.Unusable, path, $"'{name}' belongs to another user: another account uses it. Give each its own -CheckpointPath.", denied);
        }
    }

    private void Load(Action<string, string> setAside)
    {
        if (!File.Exists(_path))
        {
            return;
        }

        try
        {
            byte[] json = ReadAll();
            Loaded = CheckpointDocument.Read(json);
            _journal.Rebase(_path, json);
            Loaded = _journal.Replay(Loaded);
        }
        catch (JsonException corrupt)
        {
            string aside = $"{_path}.corrupt-{DateTime.Now.ToString("yyyyMMddHHmmssfff", CultureInfo.InvariantCulture)}";
            File.Move(_path, aside);
            setAside(corrupt.Message, aside);
        }
    }

    private byte[] ReadAll()
    {
        using FileStream file = OutputFile.OpenToRead(_path);
        if (file.Length > MaxBytes)
        {
            throw new JsonException($"It is larger than {MaxBytes >> 20} MiB.");
        }

        byte[] json = new byte[file.Length];
        file.ReadExactly(json);
        return json;
    }
}
