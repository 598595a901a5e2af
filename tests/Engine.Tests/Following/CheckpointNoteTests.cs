using LogAnalysis.Files;
using LogAnalysis.Following;
using Xunit;

namespace LogAnalysis.Tests.Following;

/// <summary>What is noted between two saves, and read by the next run if the process is killed.</summary>
public sealed class CheckpointNoteTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string State => _folder.Combine("state.json");

    private string Notes => State + ".lock";

    [Fact]
    public void What_is_noted_after_a_save_counts_if_the_process_is_killed()
    {
        Killed(1, file => Enumerable.Range(2, 199).All(offset => file.TryNote(Change(offset))));
        using CheckpointFile next = Open();
        Assert.Equal(next.CanNote ? 200 : 1, OffsetIn(next));
        next.Save(CheckpointAt(300));
        next.Dispose();
        using CheckpointFile last = Open();
        Assert.Equal(300, OffsetIn(last));
    }

    [Fact]
    public void What_a_run_notes_that_is_killed_before_it_saves_counts_with_the_notes_of_the_run_before()
    {
        Killed(1, file => file.TryNote(Change(2)));
        for (int offset = 3; offset < 10; offset++)
        {
            using CheckpointFile file = Open();
            Assert.Equal(file.CanNote ? offset - 1 : 1, OffsetIn(file));
            file.TryNote(All(offset));
        }
    }

    [Fact]
    public void Wherever_a_kill_cuts_the_last_note_those_before_it_count()
    {
        List<long> ends = [];
        Killed(1, file => Enumerable.Range(2, 4).All(offset =>
        {
            bool isNoted = file.TryNote(offset == 4 ? All(offset) : Change(offset));
            ends.Add(new FileInfo(Notes).Length);
            return isNoted;
        }));
        byte[] notes = File.ReadAllBytes(Notes);
        for (int cut = 0; cut <= notes.Length; cut++)
        {
            // What was written there before is behind it.
            WriteNotes([.. notes[..cut], .. new byte[notes.Length - cut]]);
            using CheckpointFile next = Open();
            Assert.Equal(next.CanNote ? 1 + ends.Count(end => end <= cut) : 1, OffsetIn(next));
        }
    }

    [Fact]
    public void A_note_that_was_cut_is_overwritten_by_the_next_one()
    {
        Killed(1, file => file.TryNote(Change(2)) && file.TryNote(Change(3)));
        WriteNotes(File.ReadAllBytes(Notes)[..^10]);
        Killed(null, file => file.TryNote(All(4)) && file.TryNote(Change(5)));
        using CheckpointFile next = Open();
        Assert.Equal(next.CanNote ? 5 : 1, OffsetIn(next));
    }

    [Theory]
    [InlineData("damaged")]
    [InlineData("cut")]
    [InlineData("copied")]
    [InlineData("saved")]
    public void A_note_that_is_not_whole_or_belongs_to_another_checkpoint_does_not_count(string what)
    {
        Killed(1, file => file.TryNote(Change(2)));
        byte[] note = File.ReadAllBytes(Notes);
        switch (what)
        {
            case "damaged":
                note[^10] ^= 1;
                break;
            case "cut":
                note = note[..^10];
                break;
            case "copied":
                File.Copy(State, State + ".copy");
                File.Move(State + ".copy", State, overwrite: true);
                break;
            default:
                Killed(1, _ => true);
                break;
        }

        WriteNotes(note);
        using CheckpointFile next = Open();
        Assert.Equal(1, OffsetIn(next));
    }

    [Fact]
    public void A_note_of_a_position_that_there_is_not_changes_nothing()
    {
        List<LogPosition> positions = [PositionAt(1)];
        Assert.False(new CheckpointNote(DateTime.UnixEpoch, [PositionAt(2), PositionAt(3)], [0, 1]).TryApplyTo(positions));
        Assert.False(new CheckpointNote(DateTime.UnixEpoch, [PositionAt(2)], [0, 0]).TryApplyTo(positions));
        Assert.Equal([PositionAt(1)], positions);
    }

    [Fact]
    public void Where_saving_fails_for_long_notes_begin_again_and_earlier_ones_do_not_count_with_them()
    {
        LogPosition[] many = [.. Enumerable.Repeat(PositionAt(1), 15_000)];
        CheckpointNote large = new(DateTime.UnixEpoch, many);
        Killed(1, file =>
        {
            if (!file.CanNote)
            {
                return false;
            }

            int count = 0;
            while (file.TryNote(count++ == 0 ? large : large with { Places = [.. Enumerable.Range(0, many.Length)] }))
            {
                Assert.InRange(count, 1, 100);
            }

            Assert.False(file.TryNote(Change(2)));
            return file.TryNote(large) && file.TryNote(Change(3));
        });
        using CheckpointFile next = Open();
        Assert.Equal(next.CanNote ? (3L, many.Length) : (1L, 1), (OffsetIn(next), next.Loaded!.Positions.Count));
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Whoever starts a process at the same time holds the lock of a file that was closed, until that process runs: no lock is asked for.</summary>
    private void WriteNotes(byte[] notes)
    {
        using var file = new FileStream(Notes, FileMode.Create, FileAccess.Write, FileShare.ReadWrite);
        file.Write(notes);
    }

    private static LogPosition PositionAt(long offset) =>
        new("/logs/app.log", LogState.Current, new FileIdentity(1, 2), offset, null, Fingerprint.Of([], []));

    private static Checkpoint CheckpointAt(long offset) => new(DateTime.UnixEpoch, [PositionAt(offset)]);

    private static CheckpointNote All(long offset) => new(DateTime.UnixEpoch, [PositionAt(offset)]);

    private static CheckpointNote Change(long offset) => new(DateTime.UnixEpoch, [PositionAt(offset)], [0]);

    private static long OffsetIn(CheckpointFile file) => file.Loaded!.Positions[0].Offset;

    private CheckpointFile Open() => CheckpointFile.Open(State, (reason, _) => throw new InvalidOperationException(reason));

    /// <summary>A run that saves, notes, and ends without another save.</summary>
    private void Killed(long? saved, Func<CheckpointFile, bool> note)
    {
        using CheckpointFile file = Open();
        if (saved is long offset)
        {
            file.Save(CheckpointAt(offset));
        }

        Assert.Equal(file.CanNote, note(file) && file.CanNote);
    }
}
