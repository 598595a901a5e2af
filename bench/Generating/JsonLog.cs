namespace LogAnalysis.Bench.Generating;

/// <summary>The same kind of application, as Serilog writes it in its compact format: one JSON object a line. Two in five report a response.</summary>
/// <remarks>Source: Serilog.Formatting.Compact. An event without <c>@l</c> is of level Information, whatever its status.</remarks>
internal sealed class JsonLog : ILogSource
{
    private static readonly int[] RareStatuses = [201, 204, 301, 304, 400, 401, 403, 404, 404, 404, 429, 500, 500, 502, 503];

    private readonly Rng _rng = new(2);
    private readonly AppEvents _events;
    private readonly LogClock _clock;

    public JsonLog()
    {
        _events = new AppEvents(_rng);
        _clock = new LogClock(_rng, maxStep: 40, "yyyy-MM-ddTHH:mm:ss");
    }

    public string Next(LogTruth truth)
    {
        _events.Advance();
        _clock.Advance();
        string entry = $"{{\"@t\":\"{_clock.Second}.{_clock.Millisecond:D3}0000Z\",\"@mt\":\"{_events.Message.Text}\"{LevelMember}{Trace()}"
            + $"{_events.Message.FillMembers(_rng)},\"SourceContext\":\"{_events.Logger}\",\"ThreadName\":\"{_events.Thread}\"{Response(out int status)}}}\n";
        truth.Add(_events.Level, status: status);
        return entry;
    }

    private string LevelMember => _events.Level switch
    {
        LogLevel.Information => string.Empty,
        LogLevel.Critical => ",\"@l\":\"Fatal\"",
        LogLevel level => $",\"@l\":\"{level}\"",
    };

    private string Trace() => !_events.HasTrace ? string.Empty
        : $",\"@x\":\"{StackTrace.Make(_rng, out _).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal)}\"";

    private string Response(out int status)
    {
        status = 0;
        if (!_rng.Happens(4000))
        {
            return string.Empty;
        }

        status = _rng.Happens(8500) ? 200 : _rng.Pick(RareStatuses);
        return $",\"RequestPath\":\"/api/v2/items/{_rng.Below(10_000)}\",\"StatusCode\":{status},\"ElapsedMilliseconds\":{_rng.Below(900)}.{_rng.Below(10_000):D4}";
    }
}
