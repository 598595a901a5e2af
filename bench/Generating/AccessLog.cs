namespace LogAnalysis.Bench.Generating;

/// <summary>The access log of a web server in Apache's combined format. Of 10,000 lines, two are broken, as they are in real logs.</summary>
internal sealed class AccessLog : ILogSource
{
    private static readonly int[] RandomStatuses = [201, 204, 302, 400, 401, 403, 404, 429, 500, 502, 503, 504];

    private readonly Rng _rng = new(4);
    private readonly bool _hasTimes;
    private readonly WebSite _site;
    private readonly LogClock _clock;
    private readonly Skewed<string> _agents = new(UserAgents.All);

    /// <param name="hasTimes">Whether each line of a request ends with the seconds that it took, as many servers of nginx write it.</param>
    public AccessLog(bool hasTimes = false)
    {
        _hasTimes = hasTimes;
        _site = new WebSite(_rng);
        _clock = new LogClock(_rng, maxStep: 500, "dd/MMM/yyyy:HH:mm:ss");
    }

    public string Next(LogTruth truth)
    {
        _clock.Advance();
        if (_rng.Happens(2))
        {
            (string line, LogLevel level, int broken) = MakeBroken();
            truth.Add(level, status: broken);
            return line;
        }

        WebPage page = _site.AllPages.Pick(_rng);
        int status = _rng.Happens(500) ? _rng.Pick(RandomStatuses) : page.Status;
        truth.Add(status >= 500 ? LogLevel.Error : status >= 400 ? LogLevel.Warning : LogLevel.Information, status: status);
        truth.Timed += _hasTimes ? 1 : 0;
        return $"{Beginning()}{page.Method} {page.Path}{Query()} {(_rng.Happens(1000) ? "HTTP/2.0" : "HTTP/1.1")}\" {status} {Size(page, status)} \"{Referrer()}\" \"{Agent()}\"{Time()}\n";
    }

    /// <summary>What is before the request: client, user and time.</summary>
    private string Beginning() => $"{_site.AllVisitors.Pick(_rng)} - {(_rng.Happens(100) ? "maria" : "-")} [{_clock.Second} +0000] \"";

    private string Query() => _rng.Below(10) switch
    {
        0 => $"?id={_rng.Below(1_000_000)}",
        1 => $"?page={1 + _rng.Below(50)}&sort=price",
        2 => $"?utm_source=letter&session={_rng.Hex(16)}",
        _ => string.Empty,
    };

    private string Size(WebPage page, int status) => page.Size == 0 || status is 204 or 304 ? "-" : $"{page.Size + _rng.Below(500)}";

    private string Referrer() => _rng.Below(10) switch
    {
        < 4 => "-",
        < 9 => $"https://shop.example.com{_site.AllPages.Pick(_rng).Path}",
        _ => $"https://search.example.org/?q=chair+{_rng.Below(1000)}",
    };

    private string Time() => _hasTimes ? $" {(_rng.Happens(100) ? 500 + _rng.Below(3000) : 1 + _rng.Below(200)) / 1000.0:F3}" : string.Empty;

    private string Agent() => _agents.Pick(_rng) + (_rng.Happens(20) ? " \\\"quoted\\\" 500 " : string.Empty);

    private (string Line, LogLevel Level, int Status) MakeBroken() => _rng.Below(5) switch
    {
        0 => (Beginning() + "GET /products/cut-o\n", LogLevel.Unknown, 0),
        1 => ("[error] 503 objects of the cache are lost\n", LogLevel.Error, 0),
        2 => ("log file turned over\n", LogLevel.Unknown, 0),
        3 => (Beginning() + "\\x16\\x03\\x01\\x02\" 400 226 \"-\" \"-\"\n", LogLevel.Warning, 400),
        _ => (Beginning() + "-\" 408 - \"-\" \"-\"\n", LogLevel.Warning, 408),
    };
}
