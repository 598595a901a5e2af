using System.Text;
using LogAnalysis.Fields;
using LogAnalysis.Formats;
using LogAnalysis.Model;
using LogAnalysis.Parsing;
using LogAnalysis.Tests.Fuzzing;
using Xunit;

namespace LogAnalysis.Tests.Formats;

/// <summary>A log of syslog is read by a shortcut, which changes no answer: neither the format of a line, nor its level, nor any field.</summary>
public sealed class SyslogRecallTests
{
    private static readonly string[] Times =
    [
        "Jan 24 07:00:30", "2025-01-24T07:00:30.139632+01:00", "<30>Jan 24 07:00:30", "Jan  4 07:00:30", "<11>Jan  4 07:00:30", "2025-01-24T07:00:30Z", "2025-01-24T07:00:30.139632123Z", "2025-01-24T07:00:30.139",
        "2025-01-24 07:00:30+01:00", "<30>2025-01-24T07:00:30Z", "<30>1 2025-01-24T07:00:30Z", "<999>Jan 24 07:00:30", "<3> Jan 24 07:00:30", "JAN 24 07:00:30", "Jan 24 7:00:30", "Jan 24 07:00:30.139", "Jan 24 2025 07:00:30", "Xan 24 07:00:30",
    ];

    private static readonly string[] Hosts =
    [
        "web1", "Web-1.example.org", "W", "kern.err", "local7.info", "ERROR", "info", "CET", "stdout", "UTC:", "192.0.2.7", "web_1", "last", "Er(3)", "<daemon.warn>", "web1|x", "a=\"b\"", "warning", "2025",
    ];

    private static readonly string[] Programs =
    [
        "orders[314]: ", "sshd: ", "kernel: ", "postfix/smtpd[12]: ", "err: ", "warning tmm[4711]: ", "kern.err: ", "orders[x]: ", "orders [1]: ", "a.b-c_d[9]: ", "Microsoft Word[19]: ", "[314]: ",
        "orders[314] ", "ORDERS: ", "ERROR: ", "orders[314]:", "12 - - ", "%LINK-3-UPDOWN: ",
    ];

    private static readonly string[] Labels =
    [
        "", "ERROR ", "INFO ", "WARN  ", "TRACE ", "LOG ", "FATAL ", "OK ", "ERR ", "DEBUG\t", "ERROR: ", "[error] ", "(E) ", "E ", "error: ", "NOTICE ", "CONFIG ", "ERROR [main] ", "ERROR orders.db: ", "<3>", "MAR ", "FINE ",
        "ERROR 2025-01-24 07:00:30 ", "LOG:  ", "DETAIL:  ", "[ID 107833 kern.err] ", "%ASA-2-106001: ", "TASK ERROR ", "npm ERR! ", "orders/error: ", "SEVERE ",
    ];

    private static readonly string[] Messages =
    [
        "Order 4711 was lost", "Failed password for root from 192.0.2.7 port 22 ssh2", "Completed 500 Internal Server Error in 12ms", "Sunday is the day", "March 24 2025 07:00:30 came", "May 1 07:00:30 x",
        "connection refused: error 5", "GET /orders/12 HTTP/1.1 503 12ms", "{\"level\":\"error\",\"msg\":\"lost\"}", "level=error msg=lost", "    at pay (pay.js:17:3)", "Caused by: java.io.IOException: lost", "java.io.IOException: lost", "Traceback (most recent call last):", "  File \"/srv/pay.py\", line 12, in pay", "\tat shop.Orders.save(Orders.java:12)", "OSError: lost",
        "Orders.cs(12,9): error CS0103: no name", "Shop.exe Error: 0 : lost", "shop::ERROR::2025-01-24 07:00:30,139::x::1::y::(run) lost", "pay.py:12: DeprecationWarning: old", "a, b, 1/24/2025, 7:00:30, W3SVC1, WEB1, 198.51.100.5, 315, 312, 1043, 503, 0, POST, /orders, -,",
        "192.0.2.7 - - [24/Jan/2025:07:00:30 +0000] \"GET / HTTP/1.1\" 503 5", "Shipment | left | the house", "Request finished HTTP/1.1 GET http://localhost/x - 503 1234 text/html 12.3ms", "Foo 503 12.345 ms - 162", "to", "Übung macht", "x", "",
        "process <thread=4116 (0x1014)>", "Lost $$<SMS><01-24-2025 07:00:30.139-60><thread=4116 (0x1014)>", "/srv/eicar.com: Eicar FOUND", "library!DefaultDomain!12ac!01/24/2025-07:00:30:: e ERROR: lost", "100% full", "rate %LINK-3-UPDOWN: down",
    ];

    private static readonly string[] Traces =
    [
        "Traceback (most recent call last):", "  File \"/srv/orders.py\", line 12, in save", "    store(order)", "shop.Lost: order 4711", "During handling of the above exception, another exception occurred:", "",
        "java.io.IOException: lost", "\tat shop.Orders.save(Orders.java:12)", "Caused by: java.net.SocketException: reset", "\t... 12 more", "ERROR Order was lost", "Order 4712 was stored",
    ];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 24)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_line_among_those_of_syslog_is_what_it_is_where_no_shortcut_is_taken(int seed)
    {
        var random = new Random(seed);
        var usual = new LineClassifier();

        // A log that has declared columns goes the long way.
        var longWay = new LineClassifier(columns: Columns);
        int entries = 0;
        for (int i = 0; i < 4000; i++)
        {
            byte[] line = Encoding.UTF8.GetBytes(i % 40 < 20 ? Compose(random) : ComposeTrace(random));
            string expected = Classify(longWay, line);
            string found = Classify(usual, line);
            if (expected.Contains("> csv", StringComparison.Ordinal))
            {
                // It is a row, and tells nothing.
                usual = new LineClassifier();
                longWay = new LineClassifier(columns: Columns);
                continue;
            }

            Assert.Equal(expected, found);
            entries += found.Contains("> syslog", StringComparison.Ordinal) ? 1 : 0;
        }

        Assert.InRange(entries, 400, 4000);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_usual_header_says_what_any_header_says(int seed)
    {
        var random = new Random(seed);
        int usual = 0;
        for (int i = 0; i < 4000; i++)
        {
            byte[] line = Encoding.UTF8.GetBytes(Compose(random));
            LineFields found = default;
            LineFields expected = default;
            bool isFound = SyslogFormat.Instance.TryParse(line, ref found);
            Assert.Equal(SyslogFormat.TryParseAny(line, ref expected), isFound);
            Assert.True(!isFound || expected.Equals(found), Encoding.UTF8.GetString(line));
            usual += UsualSyslogHeader.TryMatch(line, out _) ? 1 : 0;
        }

        Assert.InRange(usual, 400, 4000);
    }

    private static ColumnLayout Columns => ColumnDeclaration.ReadHeader("Date;Time;Level;Message;Thread;Logger;Host"u8)!;

    private static string Classify(LineClassifier classifier, byte[] line)
    {
        LineFields fields = default;
        bool isContinuation = classifier.Classify(line, ref fields, out LogLevel level, out LogFormat format);
        fields.PrefixLength = 0;
        string values = string.Join(' ', typeof(LineFields).GetFields().Select(field => $"{field.Name}={field.GetValue(fields)}"));
        return $"{Encoding.UTF8.GetString(line)} -> {format} {level} {(isContinuation ? "goes on" : values)}";
    }

    private static string Compose(Random random)
    {
        string line = $"{Pick(random, Times)} {Pick(random, Hosts)} {Pick(random, Programs)}{Pick(random, Labels)}{Pick(random, Messages)}";
        return random.Next(6) == 0 ? HostileLines.Mutate(random, line) : line;
    }

    /// <summary>A line of one program, which writes stack traces.</summary>
    private static string ComposeTrace(Random random) => $"{Times[random.Next(3)]} web1 orders[314]: {Traces[random.Next(Traces.Length)]}";

    /// <summary>The first of the choices are the most frequent.</summary>
    private static string Pick(Random random, string[] choices) => choices[random.Next(2) == 0 ? random.Next(Math.Min(3, choices.Length)) : random.Next(choices.Length)];
}
