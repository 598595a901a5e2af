using CsCheck;
using LogAnalysis.Files;
using LogAnalysis.Following;

namespace LogAnalysis.Tests.Fuzzing.Targets;

/// <summary>
/// Whatever becomes of the notes in a lock file, a checkpoint goes on from one of the positions that were noted, or from what was saved, and can be noted and
/// saved again. An input is changes of four bytes each: where, what, and how much.
/// </summary>
internal sealed class NotesTarget() : FuzzTarget("checkpoint notes")
{
    private const int ChangeLength = 4;
    private const int Notes = 6;

    /// <inheritdoc/>
    public override Gen<byte[]> Inputs { get; } = Gen.Byte.Array[0, 5 * ChangeLength];

    /// <inheritdoc/>
    public override void Try(byte[] input)
    {
        using var folder = new TempFolder();
        string state = folder.Combine("state.json");
        using (CheckpointFile file = Open(state))
        {
            file.Save(At(0));
            for (int offset = 1; offset <= Notes; offset++)
            {
                Promise.That(file.TryNote(new CheckpointNote(At(offset).Seen, At(offset).Positions, offset % 3 == 0 ? null : [0])) == file.CanNote, "a note is noted");
            }
        }

        File.WriteAllBytes(state + ".lock", Change(File.ReadAllBytes(state + ".lock"), input));
        long first = LoadAndNote(state);
        long second = LoadAndNote(state);
        Promise.That(second == first + 1 || FileIdentity.Of(state)?.Born is null, $"after {first} comes what was noted last, not {second}");
    }

    /// <summary>Goes on from what there is, and notes one more.</summary>
    private static long LoadAndNote(string state)
    {
        using CheckpointFile file = Open(state);
        long offset = file.Loaded!.Positions.Single().Offset;
        Promise.That(offset is >= 0 and < 100, $"{offset} was noted");
        file.TryNote(new CheckpointNote(DateTime.UnixEpoch.AddYears(50), At(offset + 1).Positions));
        return offset;
    }

    private static CheckpointFile Open(string state) => CheckpointFile.Open(state, (reason, _) => throw new BrokenPromiseException(reason));

    private static Checkpoint At(long offset) =>
        new(DateTime.UnixEpoch.AddYears(50), [new LogPosition("/log", LogState.Current, new FileIdentity(1, 2), offset, offset, Fingerprint.Of("a"u8, "b"u8))]);

    private static byte[] Change(byte[] notes, byte[] changes)
    {
        for (int i = 0; i + ChangeLength <= changes.Length && notes.Length > 0; i += ChangeLength)
        {
            int at = (changes[i] << 8 | changes[i + 1]) * notes.Length >> 16;
            int length = Math.Min(changes[i + 3], notes.Length - at);
            notes = (changes[i + 2] % 5) switch
            {
                0 => [.. notes[..at], .. notes[(at + length)..]],
                1 => [.. notes[..at], .. notes[at..(at + length)], .. notes[at..]],
                2 => notes[..at],
                3 => [.. notes[..at], .. new byte[length], .. notes[(at + length)..]],
                _ => [.. notes[..at], changes[i + 3], .. notes[Math.Min(at + 1, notes.Length)..]],
            };
        }

        return notes;
    }
}
