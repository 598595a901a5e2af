using System.Text;

namespace LogAnalysis.Tests.Fuzzing.Hostile;

/// <summary>Logs that take long, or much memory, where a reader looks at anything more than a few times or keeps what it need not.</summary>
internal static class HostileLogs
{
    private const string Time = "2025-01-24 07:00:30 ";

    /// <summary>How many slots a table of .NET has that holds the lines of a megabyte: numbers that differ by it fall into the same.</summary>
    private const int TableSize = 36_353;

    private const string Access = "10.0.0.7 - - [24/Jan/2025:07:00:30 +0000] \"";

    /// <summary>The logs.</summary>
    public static IReadOnlyList<HostileLog> All { get; } =
    [
        HostileLog.OfOneLine("", "a"),
        HostileLog.OfOneLine("{\"a\":", "["),
        .. new[] { "a", " ", "0", "[", "\x1b[", "\x1b]", "\"", "\\", "\\\"", "{\"a\":", "\xff", "a=b ", "error=null ", "[a] ", "(", "1.2.", "<*> ", "x.y:", "\t", "|", "'" }.Select(piece => HostileLog.OfLongLines("", piece)),
        HostileLog.OfLongLines("{\"a\":", "["),
        HostileLog.OfOneLine("[", "{\"level\":\"error\",\"time\":1737702030139},"),
        HostileLog.OfOneLine("<Events>", "<Event><System><Level>2</Level></System></Event>"),
        .. new[] { "{}", "[{", "},{", "{\"events\":[{", "{\"level\":\"error\"}", "<a", "</a ", "<![CDATA[", "<!--", "<record>", "<![LOG[", "]LOG]!><time=", "$$<A><1><thread=" }.Select(piece => HostileLog.OfLongLines("", piece)),
        .. new[] { "<a", "<a \"", "<a>", "</log4j:event ", "<![CDATA[", "]]>", "&lt;", "<log4j:event level=\"ERROR\"></log4j:event>" }.Select(piece => HostileLog.OfLongLines("<log4j:event level=\"ERROR\">", piece)),
        HostileLog.OfLongLines("<![LOG[", "]LOG]!>", "]LOG]!><time=\"1:2:3\" date=\"1-2-2025\">"),
        HostileLog.OfLongLines("{\"a\":1", ",\"level\":\"error\"", "}"),
        HostileLog.OfLongLines("{\"message\":\"", "\\u00e9", "\",\"level\":\"error\"}"),
        HostileLog.OfLongLines("{\"log\":\"", "\\u001b[", "\",\"stream\":\"stdout\",\"time\":\"2025-01-24T07:00:30Z\"}"),
        HostileLog.OfLongLines("{\"resourceLogs\":[", "{\"logRecords\":[{\"severityNumber\":17},"),
        .. new[] { "[", "\" ", "GET /", "error ", "a.[b] ", "()", "0:", "=", "\x1b[31m" }.Select(piece => HostileLog.OfLongLines(Time + "ERROR ", piece)),
        .. new[] { "/a", "\\\" ", "\" 200 ", "%00" }.Select(piece => HostileLog.OfLongLines(Access, piece)),
        HostileLog.OfLongLines(Access + "GET /", "a/", "\" 500 1"),
        HostileLog.OfLongLines("<11>Jan 24 07:00:30 host app: ", "<11>Jan 24 07:00:30 host app: "),
        .. new[] { "\0", "a\0", "\0b", "word \0", "a word \0\0\0\0" }.Select(piece => HostileLog.OfLongLines(Time + "ERROR ", piece)),
        .. new[] { "a\0", "\n\n", "a", "a word \n" }.Select(piece => HostileLog.OfLongLines(Wide("\uFEFF"), piece)),
        HostileLog.OfLongLines("#Fields: ", "sc-status "),
        HostileLog.OfLongLines("level", ",level"),
        HostileLog.OfLines("empty lines", _ => string.Empty),
        HostileLog.OfLines("holes between lines", i => i % 2 == 0 ? Time + "ERROR lost" : new string('\0', 600)),
        HostileLog.OfLines("damage between lines", i => i % 8 != 7 ? Time + "ERROR lost" : string.Concat(Enumerable.Range(0, 90).Select(at => (char)(at * (i + 1) % 7)))),
        HostileLog.OfLines("UTF-16 between lines", i => i % 2 == 0 ? Time + "ERROR lost" : Wide(Time + "ERROR lost\r")),
        HostileLog.OfLines("lines of single bytes in UTF-16", i => i == 0 ? Wide("\uFEFF" + Time + "ERROR lost\n") : i % 3 == 0 ? Wide(Time) : Time + "ERROR lost"),
        HostileLog.OfLines("one entry of continuation lines", i => i == 0 ? Time + "ERROR lost" : "\tat com.example.Orders.pay(Orders.java:12)"),
        HostileLog.OfLines("messages that differ in every word", i => $"{Time}ERROR {Word(i)} {Word(i + 1)} {Word(i + 2)} {Word(3 * i)} failed"),
        HostileLog.OfLines("messages that differ in one of many words", i => $"{Time}ERROR {string.Join(' ', Enumerable.Range(0, 30).Select(word => word == i % 30 ? Word(i) : "word"))}"),
        HostileLog.OfLines("messages that differ in two words of ten kinds", i => $"{Time}ERROR the {Word(i % 10)} of {Word(i)} and {Word(i / 7)} was lost by the {Word(i % 13)} module again today"),
        HostileLog.OfLines("messages of ever more words", i => $"{Time}ERROR {string.Join(' ', Enumerable.Range(0, i % 100).Select(Word))}"),
        HostileLog.OfLines("messages that merge in many rounds", i => $"{Time}ERROR alpha beta gamma {string.Join(' ', Enumerable.Range(0, 14).Select(bit => (i >> bit & 1) == 1 ? $"{i}" : Word(bit)))}"),
        HostileLog.OfLines("messages of ever new kinds", i => $"{Time}ERROR alpha {string.Join(' ', Enumerable.Range(0, 10).Select(key => $"{Word((i / 100) + key)}={Word(i * key)}"))}"),
        HostileLog.OfLines("other URLs", i => $"{Access}GET /{Word(i)}/{Word(7 * i)} HTTP/1.1\" 500 12"),
        HostileLog.OfLines("other clients", i => $"10.{i >> 16 & 255}.{i >> 8 & 255}.{i & 255} - - [24/Jan/2025:07:00:30 +0000] \"GET / HTTP/1.1\" 404 12"),
        HostileLog.OfLines("URLs that look alike to a simple hash", CollidingUrl),
        HostileLog.OfLines("other seconds", i => $"{new DateTime(1980, 1, 1).AddSeconds(7919L * i % 1_000_000_000):yyyy-MM-dd HH:mm:ss} ERROR lost"),
        HostileLog.OfLines("seconds that look alike to a table of numbers", i => $"{new DateTime(1980, 1, 1).AddSeconds(TableSize * (long)i % 200_000_000_000):yyyy-MM-dd HH:mm:ss} ERROR lost"),
        HostileLog.OfLines("other containers", i => $"{Word(i)}  | {Time}ERROR lost"),
        HostileLog.OfLines("other columns", i => i % 2 == 0 ? $"#Fields: sc-status {Word(i)}" : "500 x"),
        HostileLog.OfLines("headers without an end", _ => "Event[0]:"),
        .. new[] { "{", "[", "{\"a\":", "[[", "{\"events\": [", "{\"a\": {},", "<Event>", "<log4j:event level=\"ERROR\"><![CDATA[", "<![LOG[", "]", "}, {" }.Select(line => HostileLog.OfLines($"{line} and nothing else", _ => line)),
        HostileLog.OfLines("an object without an end", i => i == 0 ? "{" : $"\"{Word(i)}\": {i},"),
        HostileLog.OfLines("an element without an end", i => i == 0 ? "<log4j:event level=\"ERROR\">" : $"<a>{i}</a>"),
        HostileLog.OfLines("elements without an end", i => i % 1000 == 0 ? "<Event><![CDATA[" : $"<a>{i}</a>"),
        HostileLog.OfLines("a message without a header behind it", i => i == 0 ? "x  $$<A><1-2-2025 1:2:3+60><thread=1>" : Word(i)),
        HostileLog.OfLines("other levels in the same words", i => $"{Time}{(i % 2 == 0 ? "ERROR" : "INFO")} {Word(i)}: {i}"),
    ];

    /// <summary>The bytes of a text in UTF-16, as letters.</summary>
    private static string Wide(string text) => Encoding.Latin1.GetString(Encoding.Unicode.GetBytes(text));

    /// <summary>Letters only: what has digits is taken for a value.</summary>
    private static string Word(int number)
    {
        string letters = string.Empty;
        for (uint rest = (uint)number; rest > 0; rest /= 26)
        {
            letters += (char)('a' + (rest % 26));
        }

        return "w" + letters;
    }

    /// <summary>
    /// Of each 16 bytes there are two kinds that a hash by one multiplication and a rotation by 29 cannot tell apart: the highest bit of the
    /// first eight bytes becomes bit 28, and is taken back by that of the next eight.
    /// </summary>
    private static string CollidingUrl(int number)
    {
        string url = string.Concat(Enumerable.Range(0, 12).Select(pair => (number >> pair & 1) == 0 ? "aaaaaaaabbbAbbbb" : "aaaaaaa\u00e1bbbQbbbb"));
        return $"{Access}GET /{(number >> 12) % 10:0000000}{url} HTTP/1.1\" 500 12";
    }
}
