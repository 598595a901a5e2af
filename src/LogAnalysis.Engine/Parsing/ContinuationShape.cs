using LogAnalysis.Text;

namespace LogAnalysis.Parsing;

/// <summary>The shapes of lines that continue an entry of any format.</summary>
internal static class ContinuationShape
{
    /// <summary>The words with which lines of stack traces begin that are not indented.</summary>
    private static readonly byte[][] Beginnings =
    [
        .. new[]
        {
            "Caused by: ", "Suppressed: ", "Stack trace:", "[stacktrace]", "[previous exception]", "stack backtrace:", "note: run with `RUST_BACKTRACE",
            "note: Some details are omitted", "--- End of ", "During handling of the above exception", "The above exception was the direct cause",
            "created by ", "End Error", "End Warning", "[signal ", "exit status ", "</", "-->", "+ FullyQualifiedErrorId ", "+ PSComputerName ",
        }.Select(System.Text.Encoding.UTF8.GetBytes),
    ];

    /// <summary>Indented, or a piece of a stack trace, or a bracket or tag that begins or ends a pretty-printed document.</summary>
    public static bool Matches(ReadOnlySpan<byte> line) =>
        line[0] is (byte)' ' or (byte)'\t' or (byte)'}' or (byte)']' or (byte)')'
        || StartsTraceLine(line)
        || (line.StartsWith("... "u8) && line.EndsWith(" more"u8))
        || line is [(byte)'{'] or [(byte)'['] || IsOpeningTag(line)
        || IsOfBox(line) || IsNumberedFrame(line) || IsJavaFrame(line) || IsRubyFrame(line) || IsGoroutine(line);

    /// <summary>Whether a text is a further line of a stack trace, indented or not. Most are not, by their first byte.</summary>
    public static bool IsOfTrace(ReadOnlySpan<byte> text) => text[0] switch
    {
        (byte)' ' or (byte)'\t' => IsTrace(text),
        (byte)'C' or (byte)'S' or (byte)'.' or (byte)'#' or (byte)'a' => Matches(text),
        _ => false,
    };

    /// <summary>Whether an indented line is of a stack trace.</summary>
    public static bool IsTrace(ReadOnlySpan<byte> line)
    {
        ReadOnlySpan<byte> text = line.TrimStart(" \t"u8);
        return text.Length < line.Length && (text.StartsWith("at "u8) || (!text.IsEmpty && Matches(text)));
    }

    /// <summary>Whether a line is the header of one goroutine's trace: <c>goroutine 19 [running]:</c>.</summary>
    public static bool IsGoroutine(ReadOnlySpan<byte> line) => line.StartsWith("goroutine "u8) && line.EndsWith("]:"u8);

    private static bool StartsTraceLine(ReadOnlySpan<byte> line)
    {
        foreach (byte[] beginning in Beginnings)
        {
            if (line[0] == beginning[0] && line.StartsWith(beginning))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A line of a box that is open on the right, as Terraform and Julia draw them; rows of tables are closed.</summary>
    private static bool IsOfBox(ReadOnlySpan<byte> line) =>
        line[0] == 0xE2 && (line.StartsWith("└ "u8) || (line.StartsWith("│"u8) && (line.Length == "│"u8.Length || !line.EndsWith("│"u8))) || line.SequenceEqual("╷"u8) || line.SequenceEqual("╵"u8));

    /// <summary>What a pretty-printed document begins with: it was logged with the entry before it.</summary>
    private static bool IsOpeningTag(ReadOnlySpan<byte> line) =>
        line.StartsWith("<?xml "u8) || (line.Length > 2 && line[0] == '<' && char.IsAsciiLetter((char)line[1]) && line[^1] == '>');

    /// <summary>PHP's <c>#0 /srv/shop/db.php(12): connect()</c>, gdb's <c>#1  0x00007f in main () at x.c:3</c>; but not the steps of BuildKit.</summary>
    private static bool IsNumberedFrame(ReadOnlySpan<byte> line)
    {
        int digits = line[0] == '#' ? DigitReader.CountLeading(line[1..]) : 0;
        ReadOnlySpan<byte> rest = digits is > 0 and < 4 && line.Length > digits + 1 && line[digits + 1] == ' ' ? line[(digits + 2)..] : default;
        return rest.IndexOf("): "u8) > 0 || rest.StartsWith("{main}"u8) || rest.StartsWith("[internal function]"u8) || rest.StartsWith(" "u8) || rest.StartsWith("0x"u8)
            || rest.IndexOf(" in "u8) > 0 || rest.EndsWith(")"u8);
    }

    /// <summary>A frame of Java or .NET that lost its indentation: <c>at com.example.Orders.pay(Orders.java:12)</c>.</summary>
    private static bool IsJavaFrame(ReadOnlySpan<byte> line) =>
        line.StartsWith("at "u8) && line[^1] == ')' && line.Contains((byte)'(') && !line[3..line.IndexOf((byte)'(')].Contains((byte)' ');

    /// <summary>A frame of Ruby: <c>/srv/shop/db.rb:12:in `connect'</c>. The line with the exception itself has its text after that.</summary>
    private static bool IsRubyFrame(ReadOnlySpan<byte> line) =>
        line[^1] == '\'' && line.IndexOf(":in "u8) is > 0 and int mark && char.IsAsciiDigit((char)line[mark - 1]) && line.IndexOf("': "u8) < 0;
}
