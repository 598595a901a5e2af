namespace LogAnalysis.Tests;

/// <summary>What somebody may bring into a log so that it comes alive where the log is shown.</summary>
internal static class HostileTexts
{
    /// <summary>For pages, Markdown, spreadsheets, terminals, and whatever shows text from right to left.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "</style></title></textarea><!--", "&lt;b&gt;&amp;", "javascript:alert(1)",
        "=HYPERLINK(\"http://evil.invalid\",\"x\")", "+1+1", "-1+1", "@SUM(1)", " =1+1", "\t=1+1", "\r=1+1", "＝1+1", "x;=1+1", "x;\"=1+1", "\"=1+1", "a,b\"c",
        "`", "``code``", "` ` `", "a|b", "a\\|b", "\\", "| --- |", "@everyone", "[link](http://evil.invalid)", "![image](http://evil.invalid/x.png)", "$`x`$", "# title",
        "\x1b]0;title\x07", "\x1b[31mred\x1b[0m", "\u009b31m", "\0", "\x7f", "one\ntwo", "one\r\ntwo", "\u2028", "\u2029",
        "\u202Egnp.exe\u202C", "\u2066x\u2069", "\u200Bhidden\uFEFF", "\U000E0041", "\U000E0000", "\U000E0100",
        "\u061C", "\u200D\u2060", "\u00AD\u034F", "\u115F\u3164\uFFA0", "\u180E\uFE00", "\u009d0;title\x9c", "\x1bP1$r\x1b\\", "\x1b]52;c;ZXZpbA==\x07",
        "\x1b]8;;http://evil.invalid\x1b\\link\x1b]8;;\x1b\\", "\x1b[6n", "\b\b\boverwritten", "overwritten\rby this", "\u2029\u2028", "\uD83D", "\uDE00x", "😀", "  ", string.Empty,
        new string('w', 400), string.Concat(Enumerable.Repeat("😀", 200)),
    ];
}
