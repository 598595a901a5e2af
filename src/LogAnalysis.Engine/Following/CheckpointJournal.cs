using System.Globalization;
using System.Text;
using System.Text.Json;
using LogAnalysis.Files;

namespace LogAnalysis.Following;

/// <summary>
/// What was taken since a checkpoint was saved, in its lock file: notes, one behind the other, each with a checksum. A note has only what changed since
/// the one before, and is not flushed to the disk, which takes microseconds. A process that is killed leaves its notes, and perhaps a last one that is
/// not whole: then those before it count.
/// </summary>
/// <param name="file">The lock file.</param>
internal sealed class CheckpointJournal(FileStream file)
{
    /// <summary>The saved checkpoint that a note belongs to, the note's number, and the hash and the length of its text, which follows.</summary>
    private const int HeaderLength = 160;

    /// <summary>It only becomes so long, in bytes, where the checkpoint cannot be saved for minutes. Then it begins again.</summary>
    private const long MaxLength = 16 << 20;

    /// <summary>Which checkpoint it goes on from; null where none can be told from another.</summary>
    private string? _base;

    /// <summary>Where the next note goes.</summary>
    private long _end;

    /// <summary>How many notes there are. Notes that were overwritten in part have lower numbers than those before them.</summary>
    private long _count;

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
        (_end, _count) = (0, 0);
    }

    /// <summary>Notes what was taken.</summary>
    /// <returns>Whether it counts from now on. If not, changes of what it says do not count either.</returns>
    public bool TryWrite(CheckpointNote note)
    {
        if (_end > MaxLength)
        {
            if (note.IsChange)
            {
                return false;
            }

            _end = 0;
        }

        byte[] json = CheckpointDocument.Write(note);
        byte[] header = Encoding.ASCII.GetBytes(Describe(_count, json).PadRight(HeaderLength - 1) + "\n");
        try
        {
            RandomAccess.Write(file.SafeFileHandle, (byte[])[.. header, .. json], _end);
            Advance(json.Length);
            return true;
        }
        catch (Exception cause) when (AtomicFile.IsFailure(cause))
        {
            // The disk is full, perhaps: saving the checkpoint itself reports it.
            return false;
        }
    }

    /// <summary>The saved checkpoint with what was taken since. The next note follows those that this finds.</summary>
    public Checkpoint Replay(Checkpoint saved)
    {
        List<LogPosition> positions = [.. saved.Positions];
        DateTime seen = saved.Seen;
        while (IsUsable && Read() is (CheckpointNote note, int length) && note.TryApplyTo(positions))
        {
            seen = note.Seen;
            Advance(length);
        }

        // Behind one that is damaged there may be others, which would follow the next one that is written.
        if (file.Length > _end)
        {
            file.SetLength(_end);
        }

        return new Checkpoint(seen, positions);
    }

    private void Advance(int length)
    {
        _end += HeaderLength + length;
        _count++;
    }

    /// <summary>The next note, with the length of its text; null where there is none that is whole.</summary>
    private (CheckpointNote Note, int Length)? Read()
    {
        byte[] bytes = new byte[HeaderLength];
        if (RandomAccess.Read(file.SafeFileHandle, bytes, _end) < HeaderLength)
        {
            return null;
        }

        string header = Encoding.ASCII.GetString(bytes).TrimEnd();
        string[] fields = header.Split(' ');

        // Nothing is read into memory because of a number that anybody could write.
        bool isOurs = int.TryParse(fields[^1], NumberStyles.None, CultureInfo.InvariantCulture, out int length) && fields[0] == _base && length <= CheckpointFile.MaxBytes;
        if (!isOurs || length > file.Length - _end - HeaderLength)
        {
            return null;
        }

        // One that begins again where the others had become too many has another number than the first.
        _count = _end == 0 && fields.Length > 1 && long.TryParse(fields[1], NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : _count;
        byte[] json = new byte[length];
        try
        {
            return RandomAccess.Read(file.SafeFileHandle, json, _end + HeaderLength) == length && header == Describe(_count, json)
                ? (CheckpointDocument.ReadNote(json), length)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private string Describe(long number, ReadOnlySpan<byte> json) =>
        string.Create(CultureInfo.InvariantCulture, $"{_base} {number} {Fingerprint.HashOf(json):X16} {json.Length}");
}
