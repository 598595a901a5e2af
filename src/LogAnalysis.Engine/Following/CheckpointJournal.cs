using System.Globalization;
using System.Text;
using System.Text.Json;
using LogAnalysis.Files;

namespace LogAnalysis.Following;

/// <summary>
/// What was taken since a checkpoint was saved, in its lock file. It is overwritten in place and not flushed to the disk, which takes microseconds: what
/// it holds survives the process that is killed. Where the machine fails, it may not be whole, and the checkpoint alone counts.
/// </summary>
/// <param name="file">The lock file.</param>
internal sealed class CheckpointJournal(FileStream file)
{
    /// <summary>The saved checkpoint that it belongs to, the hash of its own text, and the length of that; then the text.</summary>
    private const int MaxHeader = 160;

    /// <summary>Which checkpoint it goes on from; null where none can be told from another.</summary>
    private string? _base;

    /// <summary>Whether it can be written.</summary>
    public bool IsUsable => _base is not null;

    /// <summary>A checkpoint was saved or loaded: what was taken before is in it.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="json">Its text.</param>
    public void Rebase(string path, ReadOnlySpan<byte> json)
    {
        FileIdentity? identity = FileIdentity.Of(path);

        // A copy of a checkpoint is another one, which a script goes on from.
        _base = identity?.Born is null && !OperatingSystem.IsWindows() ? null : string.Create(
            CultureInfo.InvariantCulture, $"{identity?.Device:X}-{identity?.Number:X}-{identity?.Born?.Ticks:X}-{Fingerprint.HashOf(json):X16}");
    }

    /// <summary>Notes what was taken.</summary>
    public void Write(Checkpoint checkpoint)
    {
        byte[] json = CheckpointDocument.Write(checkpoint);
        byte[] header = Encoding.ASCII.GetBytes(Describe(json).PadRight(MaxHeader - 1) + "\n");
        try
        {
            RandomAccess.Write(file.SafeFileHandle, (byte[])[.. header, .. json], 0);
        }
        catch (Exception cause) when (AtomicFile.IsFailure(cause))
        {
            // The disk is full, perhaps: saving the checkpoint itself reports it.
        }
    }

    /// <summary>What was taken since the checkpoint was saved; null where nothing was, or it is not known.</summary>
    public Checkpoint? Read()
    {
        byte[] bytes = new byte[file.Length];
        if (!IsUsable || RandomAccess.Read(file.SafeFileHandle, bytes, 0) != bytes.Length || bytes.Length < MaxHeader)
        {
            return null;
        }

        string header = Encoding.ASCII.GetString(bytes.AsSpan(0, MaxHeader)).TrimEnd();
        try
        {
            return int.TryParse(header.AsSpan(header.LastIndexOf(' ') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int length)
                && length <= bytes.Length - MaxHeader && header == Describe(bytes.AsSpan(MaxHeader, length))
                ? CheckpointDocument.Read(bytes.AsSpan(MaxHeader, length))
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private string Describe(ReadOnlySpan<byte> json) => string.Create(CultureInfo.InvariantCulture, $"{_base} {Fingerprint.HashOf(json):X16} {json.Length}");
}
