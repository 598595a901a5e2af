using System.Text;
using LogAnalysis.Tests.Support;
using Xunit;

namespace LogAnalysis.Tests.Formats;

/// <summary>Whoever can write to a log can write anything: nothing in a line makes reading it fail.</summary>
public sealed class HostileLinesTests : IDisposable
{
    private const string Alphabet = "{}[]\":,\\/ \t-+.=|%'()<>0123456789TZeErRoOlvmsg\r";

    private readonly TempFolder _folder = new();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Any_line_is_read_and_its_properties_can_be_asked_for(int seed)
    {
        var random = new Random(seed);
        string[] seeds =
        [
            "2025-01-24 07:00:30,139 ERROR [main] com.example.Orders: lost",
            """192.0.2.7 - - [17/May/2025:10:05:03 +0000] "GET /img/logo.png HTTP/1.1" 200 5043 "-" "curl" """,
            """{"ts":"2025-01-24T07:00:30.139Z","level":"error","msg":"x \u00e9","a":{"b":[1,2]},"status":200}""",
        ];
        string[] lines = [.. Enumerable.Range(0, 20_000).Select(i => Mutate(random, seeds[i % seeds.Length]))];
        List<LogEntry> entries = CollectingSink.ReadText(lines);
        Assert.Equal(lines.Length, entries.Count);
        Assert.All(entries, entry => _ = (entry.Message, entry.Timestamp, entry.StatusCode, entry.Text));
    }

    [Theory]
    [InlineData("{\"a\":", "[", "")]
    [InlineData("{\"msg\":\"", "\\\"", "\"}")]
    [InlineData("2025-01-24 07:00:30 ", "[", "")]
    [InlineData("1.2.3.4 - - [17/May/2025:10:05:03 +0000] \"", "\\\" ", "")]
    [InlineData("1.2.3.4 - - [17/May/2025:10:05:03 +0000] \"", "\" 200 ", "")]
    [InlineData("", "error=null ", "")]
    public void A_long_line_of_the_worst_kind_is_read(string before, string repeated, string after)
    {
        string line = before + new StringBuilder().Insert(0, repeated, 900_000 / repeated.Length) + after;
        LogEntry entry = CollectingSink.Read(_folder.Write("a.log", line, "next"))[0];
        Assert.Equal(line.Length, entry.Text.Length);
        Assert.NotNull(entry.Message);
    }

    public void Dispose() => _folder.Dispose();

    private static string Mutate(Random random, string line)
    {
        var text = new StringBuilder(line);
        for (int i = random.Next(6); i > 0; i--)
        {
            int at = random.Next(text.Length);
            switch (random.Next(3))
            {
                case 0:
                    text[at] = Alphabet[random.Next(Alphabet.Length)];
                    break;
                case 1:
                    text.Length = at + 1;
                    break;
                default:
                    text.Insert(at, Alphabet[random.Next(Alphabet.Length)]);
                    break;
            }
        }

        return text.ToString();
    }
}
