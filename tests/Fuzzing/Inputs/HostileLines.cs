using System.Text;
using LogAnalysis.Formats;

namespace LogAnalysis.Tests.Fuzzing;

/// <summary>Lines of all kinds, and what becomes of them when somebody tampers with them.</summary>
internal static class HostileLines
{
    private const string Alphabet = "{}[]\":,\\/ \t-+.=|%'()<>0123456789TZeErRoOlvmsg\r";

    /// <summary>Lines of every format, and of whatever is read in a way of its own.</summary>
    public static string[] Seeds { get; } =
    [
        .. LogFormats.BuiltIn.Select(format => format.Example),
        .. Directory.EnumerateFiles(RepositoryRoot.Combine("tests", "cases", "lines")).Order(StringComparer.Ordinal)
            .SelectMany(file => File.ReadLines(file).TakeWhile(line => line != "=== expected")).Where(line => line.Length > 0),
        """{"ts":"2025-01-24T07:00:30.139Z","level":"error","msg":"x \u00e9","request":{"b":[1,2]},"status":200}""",
        "#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) cs(Referer) sc-status sc-substatus sc-win32-status time-taken",
        "web-1  | \x1b[31m<11>1 2003-10-11T22:14:15Z host app 314 - [x y=\"z\"] lost\x1b[0m",
        "2025-08-16 13:02:58.095 CEST [885178] STATEMENT:  SELECT *",
        """{"log":"\u001b[31mERROR\u001b[0m \"x\" \ud83d\ude00\n","stream":"stderr","time":"2025-01-24T07:00:31.139632123Z"}""",
        """{"resourceLogs":[{"scopeLogs":[{"logRecords":[{"timeUnixNano":"1737702031139632000","severityNumber":17,"body":{"stringValue":"x"}}]}]}]}""",
        "2025-01-24T07:00:34.139632123Z stdout P 10.0.0.7:1 - \"GET / HTTP/1.1\" status: 200 len: 1 time: 0.2",
        "#fields\tts\tmethod\tstatus_code",
        "time,level,message",
        "Jan 24, 2025 7:00:30 AM com.example.Orders pay",
        "Event[0]:",
        "2025-01-24 07:00:30 info: Microsoft.AspNetCore.Hosting.Diagnostics[2] Request finished HTTP/1.1 GET http://x/ - 200 512 text/html 12.3ms",
    ];

    /// <summary>Changes up to five places of a line.</summary>
    public static string Mutate(Random random, string line)
    {
        var text = new StringBuilder(line);
        for (int i = random.Next(6); i > 0; i--)
        {
            int at = random.Next(text.Length);
            switch (random.Next(4))
            {
                case 0:
                    text[at] = Alphabet[random.Next(Alphabet.Length)];
                    break;
                case 1:
                    text.Length = at + 1;
                    break;
                case 2 when text.Length > 1:
                    text.Remove(at, Math.Min(random.Next(1, 12), text.Length - Math.Max(at, 1)));
                    break;
                default:
                    text.Insert(at, Alphabet[random.Next(Alphabet.Length)]);
                    break;
            }
        }

        return text.ToString();
    }
}
