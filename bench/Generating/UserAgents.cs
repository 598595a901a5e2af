namespace LogAnalysis.Bench.Generating;

/// <summary>What clients say they are: some hundred browsers of many versions and systems, robots and scripts.</summary>
internal static class UserAgents
{
    private static readonly string[] Systems =
        ["Windows NT 10.0; Win64; x64", "Macintosh; Intel Mac OS X 10_15_7", "X11; Linux x86_64", "Linux; Android 14; K", "iPhone; CPU iPhone OS 17_4 like Mac OS X"];

    /// <summary>All of them, the most frequent first.</summary>
    public static string[] All { get; } =
    [
        .. Enumerable.Range(120, 15).SelectMany(
            version => Systems, (version, system) => $"Mozilla/5.0 ({system}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/{version}.0.0.0 Safari/537.36"),
        .. Enumerable.Range(115, 10).SelectMany(
            version => Systems.Take(3), (version, system) => $"Mozilla/5.0 ({system}; rv:{version}.0) Gecko/20100101 Firefox/{version}.0"),
        "Mozilla/5.0 (compatible; ExampleBot/2.1; +https://bot.example.com/about)",
        "curl/8.5.0",
        "python-requests/2.31.0",
        "Go-http-client/1.1",
        "-",
    ];
}
