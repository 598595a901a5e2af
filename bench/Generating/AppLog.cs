namespace LogAnalysis.Bench.Generating;

/// <summary>The log of an application: <c>2025-03-10 06:00:00,123 INFO [main] com.example.shop.orders.OrdersService: message</c>, and stack traces below errors.</summary>
internal sealed class AppLog : ILogSource
{
    private readonly Rng _rng = new(1);
    private readonly AppEvents _events;
    private readonly LogClock _clock;

    public AppLog()
    {
        _events = new AppEvents(_rng);
        _clock = new LogClock(_rng, maxStep: 40, "yyyy-MM-dd HH:mm:ss");
    }

    public string Next(LogTruth truth)
    {
        _events.Advance();
        _clock.Advance();
        string entry = $"{_clock.Second},{_clock.Millisecond:D3} {_events.LevelWord} [{_events.Thread}] {_events.Logger}: {_events.Message.Fill(_rng)}\n";
        int lines = 0;
        entry += _events.HasTrace ? StackTrace.Make(_rng, out lines) + "\n" : string.Empty;
        truth.Add(_events.Level, 1 + lines);
        return entry;
    }
}
