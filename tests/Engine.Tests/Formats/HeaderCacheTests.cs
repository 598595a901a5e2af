using System.Text;
using LogAnalysis.Model;
using LogAnalysis.Parsing;
using LogAnalysis.Tests.Fuzzing;
using Xunit;

namespace LogAnalysis.Tests.Formats;

/// <summary>What is remembered of lines before makes reading faster and changes no answer.</summary>
public sealed class HeaderCacheTests
{
    private static readonly string[] Headers =
    [
        "2025-01-24 07:00:30,139 INFO ", "2025-01-24 07:00:30,139 INFO [main] ", "2025-01-24 07:00:30.139 [main] ERROR ", "2025-01-24T07:00:30.139 WARN  [w-1] c.e.Orders - ",
        "2025/01/24 07:00:30 [error] 12#3: ", "2025-01-24 07:00:30 - DEBUG - ", "2025-01-24 07:00:30:139 E | ", "2025-01-24 07:00 FATAL: ", "2025-01-24 07:00:30.139Z INFO ",
        "2025-01-24 07:00:30.139 +0100 INFO ", "2025-01-24 07:00:30 UTC INFO ", "2025-01-24 07:00:30,139 [pool/ERROR] ", "2025-01-24 07:00:30,139:DEBUG:", "2025-01-24 07:00:30 main warn - x ",
        "2025-01-24 07:00:30.139  INFO 123 --- [main] c.e.Orders : ", "2025-01-24 07:00:30 stdout F INFO ", "2025-01-24 07:00:30 12 info ", "2025-01-24 07:00:30 | INFO | x | ",
        "192.0.2.7 - - [24/Jan/2025:07:00:30 +0000] \"GET / HTTP/1.1\" 503 5 ", "24.01.2025 - - [24/Jan/2025:07:00:30 +0000] \"GET / HTTP/1.1\" 200 - ", "24.01.2025 07:00:30 INFO ",
        "17/06/30 20:10:30 INFO ", "30/06/2025 07:00:30,139 [main] ERROR ", "6/30/2025 7:00:30 - WARN - ", "30.06.25 07:00:30.139 INFO ", "01/30 07:00:30 [error] ",
        "2025-01-24 07:00:30.139 Db ", "2025-01-24 07:00:30.139 Db Shop[12:1a2b] ", "2025-01-24 07:00:30.139 lame-servers: ", "2025-01-24 07:00:30.139 config: info: ", "2025-01-24 07:00:30.139 config: ",
    ];

    private static readonly string[] Messages =
    [
        "could not reach the database: connection refused", "GET /orders/12 HTTP/1.1 200 12ms and some more text", "com.example.Orders: Completed 500 Internal Server Error in 12ms",
        "[req-1] com.example:message of some length, error: none", "- - a:b | c: Traceback (most recent call last):",
    ];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 20)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_line_is_taken_alike_whether_it_is_the_first_or_many_like_it_came_before(int seed)
    {
        var random = new Random(seed);
        var warm = new LineClassifier();
        string[] headers = [.. Enumerable.Range(0, 3).Select(_ => Headers[random.Next(Headers.Length)])];
        for (int i = 0; i < 2000; i++)
        {
            string header = headers[random.Next(headers.Length)].Replace("30", $"{random.Next(60):D2}", StringComparison.Ordinal);
            string line = random.Next(3) == 0 ? HostileLines.Mutate(random, header) : header;
            byte[] text = Encoding.UTF8.GetBytes(line + Messages[random.Next(Messages.Length)]);
            string expected = Classify(new LineClassifier(), text, out bool isFirstLine);
            string found = Classify(warm, text, out bool isEntry);
            if (isFirstLine && isEntry)
            {
                Assert.Equal(expected, found);
            }
            else
            {
                Assert.False(isEntry);
            }
        }
    }

    private static string Classify(LineClassifier classifier, byte[] line, out bool isEntry)
    {
        LineFields fields = default;
        isEntry = !classifier.Classify(line, ref fields, out LogLevel level, out LogFormat format);
        fields.PrefixLength = 0;
        return $"{Encoding.UTF8.GetString(line)}: {format} {level} {fields.HasLevel} {fields.Status} {fields.Timestamp} {fields.Client} {fields.Bytes} {fields.Message} {fields.Url} {fields.Duration} {fields.RestOffset}";
    }
}
