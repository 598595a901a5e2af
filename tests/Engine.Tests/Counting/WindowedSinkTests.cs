using LogAnalysis.Counting;
using LogAnalysis.Model;
using LogAnalysis.Parsing;
using LogAnalysis.Tests.Support;
using Xunit;

namespace LogAnalysis.Tests.Counting;

/// <summary>When a window of time is given away: each as soon as the log, or the clock, has passed it.</summary>
public sealed class WindowedSinkTests
{
    private static readonly DateTimeOffset Seven = new(2025, 1, 24, 7, 0, 0, TimeSpan.Zero);

    private readonly StoppedClock _clock = new() { Now = Seven.AddYears(1) };
    private readonly List<string> _passed = [];

    [Theory]
    [InlineData("07:00:10 07:00:50 07:01:10 07:02:10", "07:00=2 07:01=1")]
    [InlineData("07:00:10 07:01:10 07:00:59 07:01:20 07:02:10", "07:00=1 07:00=1 07:01=2")]
    [InlineData("07:05:10 07:01:10 07:01:20 07:02:10 07:06:10", "07:01=2 07:02=1 07:05=1")]
    [InlineData("07:00:10 07:03:10", "07:00=1")]
    public void A_window_is_given_away_when_the_log_has_passed_it(string times, string expected)
    {
        Push(Create(isFollowed: false), times);
        Assert.Equal(expected.Split(' '), _passed);
    }

    [Fact]
    public void Where_the_log_is_followed_windows_without_entries_are_given_away_too()
    {
        Push(Create(isFollowed: true), "07:00:10 07:03:10");
        Assert.Equal(["07:00=1", "07:01=0", "07:02=0"], _passed);
    }

    [Fact]
    public void An_entry_with_a_wrong_time_does_not_stop_the_others()
    {
        WindowedSink<ErrorCounter> windows = Create(isFollowed: true);
        Push(windows, "07:00:10");
        new LinePipeline(new LineSource(null), windows).PushText("2099-01-01T00:00:00Z ERROR wrong");
        Push(windows, "07:01:10 07:02:10 07:03:10");
        Assert.Equal(["07:00=1", "07:01=1", "07:02=1"], _passed);
    }

    [Fact]
    public void A_window_of_the_present_is_given_away_when_the_clock_has_passed_it()
    {
        _clock.Now = Seven;
        WindowedSink<ErrorCounter> windows = Create(isFollowed: false);
        Push(windows, "07:00:10");
        Assert.InRange(windows.UntilDue!.Value, TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(61));
        windows.PassDue();
        Assert.Empty(_passed);
        _clock.Now = Seven.AddMinutes(3);
        windows.PassDue();
        Assert.Equal(["07:00=1", "07:01=0"], _passed);
    }

    [Fact]
    public void A_window_of_the_past_waits_for_the_log()
    {
        WindowedSink<ErrorCounter> windows = Create(isFollowed: true);
        Push(windows, "07:00:10");
        Assert.Null(windows.UntilDue);
        windows.PassDue();
        Assert.Empty(_passed);
    }

    [Fact]
    public void Windows_of_a_log_with_an_end_wait_for_it()
    {
        WindowedSink<ErrorCounter> windows = Create(isFollowed: false);
        windows.IsEager = false;
        Push(windows, "07:00:10 07:02:10 07:00:20 07:01:10");
        Assert.Empty(_passed);
        Assert.Equal([2, 1, 1], windows.TakeAll().Select(window => (int)window.Sink.Errors));
    }

    private static void Push(WindowedSink<ErrorCounter> windows, string times)
    {
        var lines = new LinePipeline(new LineSource(null), windows);
        Array.ForEach(times.Split(' '), time => lines.PushText($"2025-01-24T{time}Z ERROR boom"));
    }

    private WindowedSink<ErrorCounter> Create(bool isFollowed) =>
        new(TimeSpan.FromMinutes(1), () => new ErrorCounter(), Pass, _clock) { IsEager = true, IsFollowed = isFollowed };

    private void Pass(TimeWindow window, ErrorCounter counter) => _passed.Add(FormattableString.Invariant($"{window.Start:HH:mm}={counter.Errors}"));
}
