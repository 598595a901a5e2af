namespace LogAnalysis.Bench.Generating;

/// <summary>The same kind of application behind a syslog header without priority: <c>Mar 10 06:00:00 web-3 shop[4711]: WARN message</c>.</summary>
internal sealed class SyslogLog : ILogSource
{
    private readonly Dice _dice = new(3);
    private readonly AppEvents _events;
    private readonly LogClock _clock;

    /// <summary>Begins the log.</summary>
    public SyslogLog()
    {
        _events = new AppEvents(_dice);
        _clock = new LogClock(_dice, longestStep: 400, "MMM dd HH:mm:ss");
    }

    /// <inheritdoc/>
    public void WriteEntry(LogOutput output, TruthCounter truth)
    {
        _events.Advance();
        _clock.Advance();
        output.Write(_clock.Second);
        output.Write(" web-"u8);
        output.WriteNumber(1 + _dice.Below(9));
        output.Write(" shop[4711]: "u8);
        output.Write(_events.LevelWord);
        output.Write(" "u8);
        _events.Message.WriteMessage(output, _dice);
        output.Write("\n"u8);
        truth.Add(_events.Level);
    }
}
