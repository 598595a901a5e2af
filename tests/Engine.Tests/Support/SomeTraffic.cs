using LogAnalysis.Reporting;

namespace LogAnalysis.Tests.Support;

/// <summary>Days of a web server that is busy at noon and quiet at night, with errors by chance. It is the same for the same seed.</summary>
/// <param name="seed">What chance begins with.</param>
internal sealed class SomeTraffic(int seed)
{
    /// <summary>When it begins: a Monday, in summer in Berlin.</summary>
    public static readonly DateTimeOffset Start = new(2025, 5, 12, 0, 0, 0, TimeSpan.FromHours(2));

    private readonly Random _random = new(seed);

    /// <summary>Requests on a day.</summary>
    public int PerDay { get; init; } = 10_000;

    /// <summary>How many days.</summary>
    public int Days { get; init; } = 7;

    /// <summary>The share of requests that fail by chance.</summary>
    public double ErrorRate { get; init; } = 0.001;

    /// <summary>How much more there is at noon than on average, and less at night, 0 to 1.</summary>
    public double Swing { get; init; } = 0.9;

    /// <summary>What breaks: of a request at a time, the status that it gets, and 0 where it is as ever.</summary>
    public Func<DateTimeOffset, string, int> Break { get; init; } = (_, _) => 0;

    /// <summary>The report of it.</summary>
    public LogReport Report()
    {
        var report = new ReportBuilder(new ReportOptions());
        for (DateTimeOffset time = Start; time < Start.AddDays(Days);)
        {
            double perSecond = PerDay / 86_400.0 * (1 + (Swing * Math.Sin((time.TimeOfDay.TotalHours - 6) / 24 * 2 * Math.PI)));
            time = time.AddSeconds(Math.Ceiling(-Math.Log(1 - _random.NextDouble()) / Math.Max(perSecond, 1e-4)));
            bool isOrder = _random.Next(4) == 0;
            string url = isOrder ? "/api/orders" : $"/api/customers/{_random.Next(100, 999)}";
            int broken = Break(time, url);
            int code = broken > 0 ? broken : _random.NextDouble() < ErrorRate ? 500 : 200;
            report.Add(new LogStatusCode { Code = code, Method = isOrder ? "POST" : "GET", Url = url, Timestamp = time, Text = "request" });
        }

        return report.Build();
    }
}
