using LogAnalysis.Files;
using LogAnalysis.Following;
using Xunit;

namespace LogAnalysis.Tests.Following;

/// <summary>The positions of all files, from saves and from notes of what changed.</summary>
public sealed class CheckpointPositionsTests
{
    [Fact]
    public void Whatever_happens_to_files_saved_positions_with_the_changes_since_are_all_positions()
    {
        var random = new Random(1);
        int changes = 0;
        for (int run = 0; run < 200; run++)
        {
            var files = new RandomFiles(random);
            var positions = new CheckpointPositions([]);
            List<LogPosition> replayed = [];
            for (int step = 0; step < 40; step++)
            {
                files.Step();

                // What a recorder gives that knows only the positions before.
                LogPosition[] expected = new CheckpointPositions(replayed).Update(files.Progress).All;
                if (positions.TryUpdateChanged(files.Progress) is (LogPosition[] changed, int[] places))
                {
                    Assert.True(new CheckpointNote(DateTime.UnixEpoch, changed, places).TryApplyTo(replayed));
                    changes++;
                }
                else
                {
                    (LogPosition[] all, List<(TailedFileLifecycle File, LogPosition Taken)> closed) = positions.Update(files.Progress);
                    replayed = [.. all];
                    closed.ForEach(file => files.Forget(file.File, file.Taken));
                }

                Assert.Equal(expected, replayed);
            }
        }

        Assert.InRange(changes, 1000, 7999);
    }

    /// <summary>Files that come, grow, are rotated and closed, each with a number of its own.</summary>
    private sealed class RandomFiles(Random random)
    {
        private readonly List<TailedFileLifecycle> _files = [];
        private long _offset;

        public CheckpointProgress Progress { get; private set; } = CheckpointProgress.None;

        public void Forget(TailedFileLifecycle file, LogPosition taken) => Progress = Progress.Without(file, taken);

        public void Step()
        {
            int what = random.Next(20);
            if (_files.Count == 0 || what == 0)
            {
                _files.Add(new TailedFileLifecycle($"/none/{_files.Count}.log"));
                _files[^1].BecomeCurrent();
                Take(_files.Count - 1);
                return;
            }

            int index = random.Next(_files.Count);
            switch (what)
            {
                case 1:
                    _files[index].Rotate();
                    break;
                case 2:
                    _files[index].Close();
                    break;
                default:
                    Take(index);
                    break;
            }
        }

        private void Take(int index)
        {
            TailedFileLifecycle file = _files[index];
            if (file.State != TailedFileState.Closed)
            {
                var position = new LogPosition(file.Path, file.Recorded, new FileIdentity(1, (ulong)index), ++_offset, null, Fingerprint.Of([], []));
                Progress = Progress with { Number = Progress.Number + 1, Files = Progress.Files.SetItem(file, position) };
            }
        }
    }
}
