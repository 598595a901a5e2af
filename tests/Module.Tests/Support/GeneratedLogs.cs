using System.Globalization;

namespace LogAnalysis.Tests.Support;

/// <summary>Logs of which pages are looked at. Each is the same in every run.</summary>
internal static class GeneratedLogs
{
    private static readonly DateTimeOffset Start = new(2025, 5, 12, 0, 0, 0, TimeSpan.FromHours(2));

    private static readonly int[] Mornings = [0, 1, 8, 14];

    /// <summary>What each shows.</summary>
    public static IReadOnlyList<string> Names { get; } = ["outage", "gaps", "line", "empty", "w3c", "files", "hundreds"];

    /// <summary>Writes a log, or several, and returns its path, or a wildcard.</summary>
    public static string Write(string name, TempFolder folder)
    {
        switch (name)
        {
            case "files":
                Array.ForEach([.. Enumerable.Range(0, 30)], file => folder.Write($"web{file:D2}.log", Application(file)));
                return folder.Combine("*");
            case "hundreds":
                Array.ForEach([.. Enumerable.Range(0, 400)], file => folder.Write($"web{file:D3}.log", Application(file)[..5]));
                return folder.Combine("*");
            default:
                return folder.Write(name + ".log", name switch
                {
                    "outage" => Outage(),
                    "gaps" => Gaps(),
                    "w3c" => W3c(),
                    "line" => ["2025-05-12T10:00:00Z ERROR [main] shop: could not read order 17"],
                    _ => [],
                });
        }
    }

    /// <summary>A week of a web server with three hours in which orders fail.</summary>
    private static string[] Outage()
    {
        var random = new Random(1);
        var lines = new List<string>();
        for (DateTimeOffset time = Start; time < Start.AddDays(7); time = time.AddSeconds(random.Next(1, 120)))
        {
            bool isOrder = random.Next(4) == 0;
            bool isBroken = isOrder && time >= Start.AddHours(86) && time < Start.AddHours(89);
            int status = isBroken ? 503 : random.Next(1000) switch { < 2 => 500, < 30 => 404, _ => 200 };
            string request = isOrder ? "POST /api/orders" : $"GET /api/customers/{random.Next(100, 999)}";
            string at = time.ToString("dd/MMM/yyyy:HH:mm:ss +0200", CultureInfo.InvariantCulture);
            lines.Add($"192.0.2.{random.Next(40)} - - [{at}] \"{request} HTTP/1.1\" {status} {random.Next(200, 20_000)} 0.{random.Next(10, 300):D3}");
        }

        return [.. lines];
    }

    /// <summary>Four mornings in two weeks, and one entry whose clock was not set.</summary>
    private static string[] Gaps() =>
    [
        "1970-01-01T00:00:00Z INFO job: clock is not set",
        .. Mornings.SelectMany(day => Enumerable.Range(0, 200).Select(step => (Time: Start.AddDays(day).AddHours(8).AddSeconds(step * 30), step)))
            .Select(step => $"{step.Time.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture)} {(step.step % 60 == 7 ? "ERROR" : "INFO")} job: step {step.step}"),
    ];

    private static string[] W3c() =>
    [
        "#Software: Microsoft Internet Information Services 10.0",
        "#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) sc-status sc-bytes time-taken",
        .. Enumerable.Range(0, 500).Select(i => (Time: Start.ToUniversalTime().AddSeconds(i * 37), i))
            .Select(item => $"{item.Time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)} 10.0.0.1 GET /shop/{item.i % 7}/cart - 443 - 192.0.2.{item.i % 9} curl/8.5 {(item.i % 50 == 3 ? 500 : 200)} {900 + item.i} {item.i % 300}"),
    ];

    private static string[] Application(int seed)
    {
        var random = new Random(seed);
        return
        [
            .. Enumerable.Range(0, 100).Select(i => (Time: Start.AddSeconds((i * 300) + random.Next(200)), Kind: random.Next(100), i))
                .Select(item => $"{item.Time.ToString("yyyy-MM-ddTHH:mm:ss.fffzzz", CultureInfo.InvariantCulture)} {(item.Kind < 2 ? "ERROR" : item.Kind < 9 ? "WARN" : "INFO")} [main] com.example.shop.Orders: order {item.i} took {item.Kind} ms"),
        ];
    }
}
