namespace LogAnalysis.Bench.Generating;

/// <summary>The log of an application: <c>2025-03-10 06:00:00,123 INFO [main] com.example.shop.orders.OrdersService: message</c>, and stack traces below errors.</summary>
internal sealed class AppLog : ILogSource
{
    private readonly Dice _dice = new(1);
    private readonly AppEvents _events;
    private readonly LogClock _clock;

    /// <summary>Begins the log.</summary>
    public AppLog()
    {
        _events = new AppEvents(_dice);
        _clock = new LogClock(_dice, longestStep: 40, "yyyy-MM-dd HH:mm:ss");
    }

    /// <inheritdoc/>
    public void WriteEntry(LogOutput output, TruthCounter truth)
    {
        _events.Advance();
        _clock.Advance();
        output.Write(_clock.Second);
        output.Write(","u8);
        output.WriteNumber(_clock.Millisecond, width: 3);
        output.Write(" "u8);
        output.Write(_events.LevelWord);
        output.Write(" ["u8);
        output.Write(_events.Thread);
        output.Write("] "u8);
        output.Write(_events.Logger);
        output.Write(": "u8);
        _events.Message.WriteMessage(output, _dice);
        output.Write("\n"u8);
        int lines = 1;
        if (_events.HasTrace)
        {
            lines += StackTrace.Write(output, _dice, between: "\n"u8, tab: "\t"u8);
            output.Write("\n"u8);
        }

        truth.Add(_events.Level, lines);
    }
}
