using System.Globalization;
using System.Text.Json;

namespace LogAnalysis.Following;

/// <summary>
/// A checkpoint on disk. It is replaced as a whole, so that at any moment, whatever ends the process or the machine, either the old
/// or the new one stands there. While one is open, nobody else can open it: a lock file beside it sees to that, which the system
/// releases when the process ends, however it ends.
/// </summary>
internal sealed class CheckpointFile : IDisposable
{
    private readonly string _path;
    private readonly FileStream _lock;

    private CheckpointFile(string path, FileStream @lock)
    {
        _path = path;
        _lock = @lock;
    }

    /// <summary>What it held when it was opened; null where there was none.</summary>
    public Checkpoint? Loaded { get; private set; }

    /// <summary>Opens a checkpoint, which need not exist.</summary>
    /// <param name="path">Its full path.</param>
    /// <param name="setAside">Is told of a file that is no checkpoint: what is wrong with it, and what it is called now.</param>
    /// <exception cref="CheckpointException">It is in use, is a directory, or cannot be read or written.</exception>
    public static CheckpointFile Open(string path, Action<string, string> setAside)
    {
        if (Directory.Exists(path))
        {
            throw new CheckpointException(CheckpointFault.Unusable, path, "It is a directory.");
        }

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
        catch (Exception cause) when (cause is UnauthorizedAccessException or IOException and not CheckpointException)
        {
            throw new CheckpointException(CheckpointFault.Unusable, path, cause.Message, cause);
        }
    }

    /// <summary>Replaces what it holds.</summary>
    /// <exception cref="CheckpointException">It cannot be written; what it held it still holds.</exception>
    public void Save(Checkpoint checkpoint)
    {
        string temporary = _path + ".tmp";
        try
        {
            using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0))
            {
                stream.Write(CheckpointDocument.Write(checkpoint));
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, _path, overwrite: true);
        }
        catch (Exception cause) when (cause is UnauthorizedAccessException or IOException)
        {
            throw new CheckpointException(CheckpointFault.Unusable, _path, cause.Message, cause);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _lock.Dispose();

    private static FileStream Lock(string path)
    {
        string name = path + ".lock";
        try
        {
            return new FileStream(name, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException held) when (held is not (DirectoryNotFoundException or FileNotFoundException or PathTooLongException) && File.Exists(name))
        {
            throw new CheckpointException(CheckpointFault.InUse, path, held.Message, held);
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
            Loaded = CheckpointDocument.Read(File.ReadAllBytes(_path));
        }
        catch (JsonException corrupt)
        {
            string aside = $"{_path}.corrupt-{DateTime.Now.ToString("yyyyMMddHHmmssfff", CultureInfo.InvariantCulture)}";
            File.Move(_path, aside);
            setAside(corrupt.Message, aside);
        }
    }
}
