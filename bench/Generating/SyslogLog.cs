namespace LogAnalysis.Bench.Generating;

/// <summary>The same kind of application with a syslog header without priority: <c>Mar 10 06:00:00 web-3 shop[4711]: WARN message</c>.</summary>
internal sealed class SyslogLog : ILogSource
{
    private readonly Rng _rng = new(3);
    private readonly AppEvents _events;
    private readonly LogClock _clock;

    public SyslogLog()
    {
        _events = new AppEvents(_rng);
        _clock = new LogClock(_rng, maxStep: 400, "MMM dd HH:mm:ss");
    }

    public string Next(LogTruth truth)
    {
        _events.Advance();
        _clock.Advance();
        truth.Add(_events.Level);
        return $"{_clock.Second} web-{1 + _rng.Below(9)} shop[4711]: {_events.LevelWord} {_events.Message.Fill(_rng)}\n";
    }
}
