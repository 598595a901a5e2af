using LogAnalysis.Counting;
using LogAnalysis.Following;
using LogAnalysis.Parsing;
using LogAnalysis.Tests.Support;
using Xunit;

namespace LogAnalysis.Tests.Following;

/// <summary>A clock that is set back by an hour.</summary>
public sealed class ClockTests : IDisposable
{
    private static readonly TimeSpan Back = TimeSpan.FromHours(-1);

    private readonly TempFolder _folder = new();
    private readonly SettableClock _clock = new();
    private readonly CollectingFollowSink _sink = new();

    [Fact]
    public void Files_that_come_and_go_after_it_was_set_back_are_found()
    {
        string path = _folder.Write("app.log", "first");
        var options = new FollowOptions { FromStart = true, Clock = _clock };
        using var file = new TailedPath(path, options, _sink, new FileRegistry(new OpenHandles(100)), error => throw error);
        file.Start();
        ReadAll(file);
        _clock.SetBy = Back;
        File.Move(path, path + ".2");
        WrittenNow("app.log.1", "second");
        WrittenNow("app.log", "third");
        file.Look();
        ReadAll(file);
        Assert.Equal(["first", "second", "third"], _sink.Texts);
    }

    [Fact]
    public void A_checkpoint_that_is_saved_then_tells_the_new_time_and_the_next_run_finds_what_came_and_went()
    {
        string path = _folder.Write("app.log", "first");
        string state = _folder.Combine("state.json");
        FollowOptions options = new() { FromStart = true, Clock = _clock, PollInterval = TimeSpan.FromMilliseconds(20) };
        using (FollowerProbe probe = FollowerProbe.WithCheckpoint(state, options, path))
        {
            probe.TakeUntil(1);
            _clock.SetBy = Back;
            File.AppendAllText(path, "second\n");
            probe.TakeUntil(2);
            File.AppendAllText(path, "and more\n");
            probe.TakeUntil(3);
            probe.TakeRest();
            probe.SaveNow();
        }

        using (var checkpoint = CheckpointFile.Open(state, (_, _) => { }))
        {
            Assert.True(checkpoint.Loaded!.Seen <= _clock.GetUtcNow().UtcDateTime);
        }

        File.Move(path, path + ".2");
        WrittenNow("app.log.1", "third");
        WrittenNow("app.log", "fourth");
        using FollowerProbe next = FollowerProbe.WithCheckpoint(state, options with { Follow = false }, path);
        next.TakeAll();
        Assert.Equal(["third", "fourth"], next.Texts);
    }

    [Fact]
    public void Windows_by_arrival_go_on_from_where_they_were()
    {
        DateTimeOffset begin = _clock.GetUtcNow();
        var windows = new WindowedSink<ErrorCounter>(TimeSpan.FromMinutes(1), () => new ErrorCounter(), (_, _) => { }, _clock);
        var lines = new LinePipeline(new LineSource(null), windows);
        lines.PushText("no time here");
        _clock.SetBy = Back;
        lines.PushText("nor here");
        lines.Complete();
        Assert.All(windows.TakeAll(), window => Assert.True(window.Window.End >= begin));
    }

    public void Dispose() => _folder.Dispose();

    private void WrittenNow(string name, string line) => File.SetLastWriteTimeUtc(_folder.Write(name, line), _clock.GetUtcNow().UtcDateTime);

    private static void ReadAll(TailedPath file)
    {
        byte[] block = new byte[TailedFile.BlockSize];
        while (file.Read(block))
        {
        }
    }
}
