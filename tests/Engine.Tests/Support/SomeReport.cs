using LogAnalysis.Files;
using LogAnalysis.Reading;
using LogAnalysis.Reporting;

namespace LogAnalysis.Tests.Support;

/// <summary>Reports to write.</summary>
internal static class SomeReport
{
    /// <summary>A report that has a text wherever one can come from a log.</summary>
    public static LogReport Holding(string text)
    {
        DateTimeOffset time = new(2025, 1, 24, 7, 0, 30, 139, TimeSpan.FromHours(2));
        return new LogReport
        {
            Paths = [text, text + "2"],
            Formats = [text],
            CreatedAt = time,
            ModuleVersion = text,
            Command = text,
            Notes = ["1 entry is dated 1970-01-01, far from all others, and in no chart.", text],
            Files = [new() { Path = text, Host = text + "1", Entries = 7, Errors = 7, From = time, LastError = time }, new() { Path = text + "2", Host = text + "2", Warnings = 3 }],
            From = time,
            To = time.AddMinutes(3),
            Entries = 7,
            Findings = [new() { Summary = "Errors 3 times the usual", Cause = text, Level = LogLevel.Error, Count = 7, CauseCount = 5, From = time, To = time.AddMinutes(1) }],
            Levels = [new() { Level = LogLevel.Critical, Count = 7 }],
            ErrorPatterns = [new() { Name = text, Count = 7, Percent = 100, Level = LogLevel.Critical, First = time, Last = time, Example = text, Paths = [text], Timeline = [new() { Start = time.ToUniversalTime(), Entries = 7, Errors = 7 }], Trace = text }],
            WarningPatterns = [new() { Name = text, Count = 3, Percent = 100, Level = LogLevel.Warning, First = time, Last = time, Example = text, Paths = [text] }],
            Exceptions =
            [
                new() { By = nameof(ErrorGroupKey.Exception), Name = text, Count = 3, Percent = 100, Level = LogLevel.Error, First = time, Last = time, Example = text, Paths = [text] },
            ],
            StatusCodes = [new() { Code = 599, Count = 1, Percent = 100 }],
            Timeline = [new() { Start = time.ToUniversalTime(), Entries = 7, Errors = 7 }],
            BucketSize = TimeSpan.FromMinutes(5),
            Hours = [new() { Day = DayOfWeek.Monday, Hour = 7, Entries = 7, Errors = 7 }],
            TopUrls = [new() { Method = text, Url = text, Count = 1, Percent = 100, Errors = 1, Bytes = 17, P50 = time.Offset, P95 = time.Offset, Max = time.Offset }],
            FailingUrls = [new() { Url = text, Count = 1, Percent = 100, ClientErrors = 1 }],
            SlowestUrls = [new() { Method = text, Url = text, Count = 1, Percent = 100, P50 = time.Offset, P95 = time.Offset, Max = time.Offset }],
            TopMethods = [new() { Value = text, Count = 1, Percent = 100, MaxUndercount = 0 }, new() { Value = text, Count = 1, Percent = 100, MaxUndercount = 0 }],
            Protocols = [new() { Value = text, Count = 1, Percent = 100, MaxUndercount = 0 }, new() { Value = text, Count = 1, Percent = 100, MaxUndercount = 0 }],
            UserAgents = [new() { Family = text, Count = 1, Percent = 100, Errors = 1 }, new() { Family = text, IsBot = true, Count = 1, Percent = 100, Errors = 1 }],
            TopClients = [new() { Client = text, Count = 1, Percent = 100, ClientErrors = 1, Errors = 1 }],
            ResponseTime = new() { Count = 1, P50 = TimeSpan.FromMilliseconds(1.5), P90 = time.Offset, P95 = time.Offset, P99 = time.Offset, Max = time.Offset },
        };
    }

    /// <summary>The report of the samples.</summary>
    public static LogReport OfSamples()
    {
        var report = new ReportBuilder(new ReportOptions());
        foreach (string file in new[] { "access.log", "app.log", "jobs.jsonl" })
        {
            LogFileReader.Read(RepositoryRoot.Combine("samples", file), ReadOptions.Default, report, NoProgress.Instance, CancellationToken.None);
        }

        return report.Build();
    }

    /// <summary>The report of responses at some times, each with its status.</summary>
    public static LogReport Of(IEnumerable<(DateTimeOffset Time, int Code)> responses)
    {
        var report = new ReportBuilder(new ReportOptions());
        foreach ((DateTimeOffset time, int code) in responses)
        {
            report.Add(new LogStatusCode { Code = code, Method = "GET", Url = "/a", Timestamp = time, Text = "request" });
        }

        return report.Build();
    }

    /// <summary>The report of nothing.</summary>
    public static LogReport Empty() => new ReportBuilder(new ReportOptions()).Build();

    /// <summary>What a writer makes of a report, byte by byte.</summary>
    public static byte[] Write(LogReport report, ReportFormat format)
    {
        using var output = new MemoryStream();
        ReportWriter.Write(report, format, output);
        return output.ToArray();
    }
}
