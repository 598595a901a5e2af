using System.Text;

namespace LogAnalysis.Tests.Fuzzing;

/// <summary>What makes readers stumble: pieces that are put into inputs.</summary>
internal static class HostileTokens
{
    /// <summary>The pieces, in bytes.</summary>
    public static IReadOnlyList<byte[]> All { get; } =
    [
        .. HostileTexts.All.Select(Encoding.UTF8.GetBytes),
        .. new[]
        {
            "\n", "\r\n", "\r", "\n\n", "\t", " ", "\"", "\\", "\\\"", "\\u", "\\ud83d", "\\u0000", "{", "}", "[", "]", "{\"a\":", "[[[[", "}}}}", ":", ",", "=", "==", "|", "%", "/", "//", "<", ">", "'",
            "-", "--", ".", "..", "0", "9999999999", "99999999999999999999999999", "-1", "1e308", "1e-400", "NaN", "Infinity", "null", "true", "2147483648", "9223372036854775808", "18446744073709551616",
            "0001-01-01 00:00:00", "9999-12-31T23:59:59.9999999+14:00", "0001-01-01T00:00:00+14:00", "9999-12-31 23:59:60", "2024-02-29", "2023-02-29", "1970-01-01T00:00:00Z", "29/Feb/2023:24:60:60 +9999",
            "253402300800", "-62135596801", "1e10", "Feb 30 25:61:61", "Feb 29 12:00:00", "24:00:00", "+99:99", "-00:00", "ERROR", "error", "FATAL", "INFO", "level=", "status=", "HTTP/1.1\" ", "GET / ",
            " 404 ", " 599 ", " 600 ", " 099 ", "\x1b[", "\x1b[31m", "\x1b]", "\x1b", "\u001b[0;1;2;3m", "\u0085", "\u00a0", "\ufeff", "\ufffd", "\u2028", "\u202e", "\ud7ff",
            "#Fields: ", "#fields\t", "#separator \\x09", "time,level,message", "{\"log\":\"", "{\"resourceLogs\":[", "Traceback (most recent call last):", "panic: ", "goroutine 1 [running]:", "thread 'main' panicked at ",
            "[pod/a/b] ", "a.log: ", "web-1  | ", " stdout P ", " stdout F ", "<11>", "<999>", "Event[0]:", "<Event>", "</Event>", "<log4j:event level=\"ERROR\">", "</log4j:event>", "<Events>", "<record>", "<![CDATA[", "]]>", "<!--", "-->", "&lt;", "&#0;", "<![LOG[", "]LOG]!><time=\"1:2:3+-60\" date=\"1-2-2025\" type=\"3\">", "  $$<A><1-2-2025 1:2:3+60><thread=1>", "{\"Records\":[", "\"logRecords\":[", "},{", "}{", "}, {", "\u001f", "\u001e", "<*>", "(other messages)",
        }.Select(Encoding.UTF8.GetBytes),
        [0], [0, 0], [0xFF], [0xFE], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82], [0xF0, 0x9F, 0x98], [0x80], [0xFF, 0xFE], [0xFE, 0xFF], [0xFF, 0xFE, 0, 0], [0xEF, 0xBB, 0xBF], [0x1F, 0x8B], [0x1F, 0x8B, 8, 0],
    ];
}
