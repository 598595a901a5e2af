namespace LogAnalysis.Bench.Generating;

/// <summary>The same kind of application, as Serilog writes it in its compact format: one JSON object a line. Two in five report a response.</summary>
/// <remarks>Source: Serilog.Formatting.Compact. An event without <c>@l</c> is of level Information, whatever its status.</remarks>
internal sealed class JsonLog : ILogSource
{
    private static readonly int[] RareStatuses = [201, 204, 301, 304, 400, 401, 403, 404, 404, 404, 429, 500, 500, 502, 503];

    private readonly Dice _dice = new(2);
    private readonly AppEvents _events;
    private readonly LogClock _clock;

    /// <summary>Begins the log.</summary>
    public JsonLog()
    {
        _events = new AppEvents(_dice);
        _clock = new LogClock(_dice, longestStep: 40, "yyyy-MM-ddTHH:mm:ss");
    }

    /// <inheritdoc/>
    public void WriteEntry(LogOutput output, TruthCounter truth)
    {
        _events.Advance();
        _clock.Advance();
        output.Write("{\"@t\":\""u8);
        output.Write(_clock.Second);
        output.Write("."u8);
        output.WriteNumber(_clock.Millisecond, width: 3);
        output.Write("0000Z\",\"@mt\":\""u8);
        output.Write(_events.Message.Text);
        output.Write("\""u8);
        output.Write(LevelMember(_events.Level));
        if (_events.HasTrace)
        {
            output.Write(",\"@x\":\""u8);
            StackTrace.Write(output, _dice, between: "\\n"u8, tab: "\\t"u8);
            output.Write("\""u8);
        }

        _events.Message.WriteMembers(output, _dice);
        output.Write(",\"SourceContext\":\""u8);
        output.Write(_events.Logger);
        output.Write("\",\"ThreadName\":\""u8);
        output.Write(_events.Thread);
        output.Write("\""u8);
        int status = _dice.Happens(4000) ? WriteResponse(output) : 0;
        output.Write("}\n"u8);
        truth.Add(_events.Level, status: status);
    }

    private int WriteResponse(LogOutput output)
    {
        int status = _dice.Happens(8500) ? 200 : _dice.Pick(RareStatuses);
        output.Write(",\"RequestPath\":\"/api/v2/items/"u8);
        output.WriteNumber(_dice.Below(10_000));
        output.Write("\",\"StatusCode\":"u8);
        output.WriteNumber(status);
        output.Write(",\"ElapsedMilliseconds\":"u8);
        output.WriteNumber(_dice.Below(900));
        output.Write("."u8);
        output.WriteNumber(_dice.Below(10_000), width: 4);
        return status;
    }

    private static ReadOnlySpan<byte> LevelMember(LogLevel level) => level switch
    {
        LogLevel.Debug => ",\"@l\":\"Debug\""u8,
        LogLevel.Information => [],
        LogLevel.Warning => ",\"@l\":\"Warning\""u8,
        LogLevel.Error => ",\"@l\":\"Error\""u8,
        _ => ",\"@l\":\"Fatal\""u8,
    };
}
