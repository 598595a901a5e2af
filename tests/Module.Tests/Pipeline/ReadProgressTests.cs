using System.Management.Automation;
using LogAnalysis.Pipeline;
using Xunit;

namespace LogAnalysis.Tests.Pipeline;

public sealed class ReadProgressTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly List<ProgressRecord> _shown = [];
    private readonly ReadProgress _progress;
    private TimeSpan _now;
    private TimeSpan _cost;

    public ReadProgressTests() => _progress = new ReadProgress(
        record =>
        {
            _shown.Add(record);
            _now += _cost;
        },
        () => _now);

    [Fact]
    public void What_takes_less_than_a_second_shows_none()
    {
        string file = Sized("a.log", 1000);
        _progress.Expect([file], isAll: true);
        Report(file, 0.99, 500);
        _progress.CompleteFile(file);
        _progress.Complete();
        Assert.Empty(_shown);
    }

    [Fact]
    public void Per_cent_speed_and_time_left_are_those_of_all_files()
    {
        string[] files = [Sized("a.log", 1000), Sized("b.log", 3000), Sized("c.log", 4000)];
        _progress.Expect(files, isAll: true);
        _progress.CompleteFile(files[0]);
        Report(files[1], 2, 1000);
        ProgressRecord record = Assert.Single(_shown);
        Assert.Equal((25, 6), (record.PercentComplete, record.SecondsRemaining));
        Assert.Equal("1.00 kB/s, b.log (2 of 3)", record.StatusDescription);
        Assert.Equal(files[1], record.CurrentOperation);
    }

    [Fact]
    public void Files_that_are_read_at_a_time_count_together()
    {
        string[] files = [Sized("a.log", 1000), Sized("b.log", 1000)];
        _progress.Expect(files, isAll: true);
        Report(files[1], 0.5, 500);
        Report(files[0], 1, 250);
        Assert.Equal(37, Assert.Single(_shown).PercentComplete);
    }

    [Fact]
    public void Where_more_files_may_come_it_tells_of_the_one_being_read()
    {
        string[] files = [Sized("a.log", 1000), Sized("b.log", 1000)];
        _progress.Expect([files[0]], isAll: false);
        _progress.CompleteFile(files[0]);
        _progress.Expect([files[1]], isAll: false);
        Report(files[1], 2, 300);
        ProgressRecord record = Assert.Single(_shown);
        Assert.Equal((30, -1, "650 B/s, b.log"), (record.PercentComplete, record.SecondsRemaining, record.StatusDescription));
    }

    [Fact]
    public void It_shows_five_times_a_second_at_most_and_less_where_showing_takes_long()
    {
        string file = Sized("a.log", 1000);
        _progress.Expect([file], isAll: true);
        Report(file, 1, 10);
        Report(file, 1.19, 20);
        Report(file, 1.2, 30);
        Assert.Equal(2, _shown.Count);

        _cost = TimeSpan.FromSeconds(1);
        Report(file, 1.5, 40);
        _cost = TimeSpan.Zero;
        Report(file, 22, 50);
        Assert.Equal(3, _shown.Count);
        Report(file, 23, 60);
        Assert.Equal(4, _shown.Count);
    }

    [Fact]
    public void It_is_taken_away_at_the_end_once()
    {
        Report(Sized("a.log", 10), 1, 5);
        _progress.Complete();
        _progress.Complete();
        Assert.Equal([ProgressRecordType.Processing, ProgressRecordType.Completed], _shown.Select(record => record.RecordType));
    }

    [Fact]
    public void A_file_that_vanished_and_one_that_grew_do_no_harm()
    {
        string gone = _folder.Combine("gone.log");
        string grown = Sized("grown.log", 100);
        _progress.Expect([gone, grown], isAll: true);
        Report(grown, 1, 500);
        Assert.Equal((100, 0), (_shown[0].PercentComplete, _shown[0].SecondsRemaining));
    }

    [Fact]
    public void What_a_file_is_called_does_not_command_the_terminal()
    {
        Report("/logs/\x1b[2Jevil\u202E.log", 1, 5);
        Assert.Equal("/logs/\\x1b[2Jevil\\u202e.log", _shown[0].CurrentOperation);
        Assert.DoesNotContain(_shown[0].StatusDescription, char.IsControl);
    }

    public void Dispose() => _folder.Dispose();

    private void Report(string file, double second, long position)
    {
        _now = TimeSpan.FromSeconds(second);
        _progress.Report(file, position, 1000);
    }

    private string Sized(string name, int size)
    {
        string path = _folder.Combine(name);
        File.WriteAllBytes(path, new byte[size]);
        return path;
    }
}
