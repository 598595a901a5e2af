using LogAnalysis.Fields;

namespace LogAnalysis.Parsing;

/// <summary>
/// How runtimes begin what they write to the error stream when an exception was not caught: behind an entry that tells of no trouble, it is an
/// error of its own; and what tools begin so. What loggers write with an entry begins with the qualified name of the exception, and is not meant here.
/// </summary>
/// <remarks>Source: the default handlers of Python, Java, .NET, Node.js, Go, Rust, PHP and Ruby; shells.</remarks>
internal static class CrashHead
{
    private static readonly byte[][] Beginnings =
    [
        .. new[]
        {
            "Traceback (most recent call last):", "Exception in thread ", "Unhandled exception", "Unhandled Exception", "Uncaught exception", "Uncaught Exception",
            "uncaughtException", "UnhandledPromiseRejection", "(node:", "panic: ", "fatal error: ", "PHP Fatal error:", "PHP Parse error:", "Segmentation fault",
            "terminate called ", "*** stack smashing detected", "java.lang.OutOfMemoryError", "# A fatal error has been detected",
        }.Select(System.Text.Encoding.ASCII.GetBytes),
    ];

    /// <summary>Whether a line is such a beginning.</summary>
    public static bool Matches(ReadOnlySpan<byte> line)
    {
        foreach (byte[] beginning in Beginnings)
        {
            if (line[0] == beginning[0] && line.StartsWith(beginning))
            {
                return beginning[0] != '(' || line.IndexOf("UnhandledPromiseRejection"u8) > 0;
            }
        }

        return IsStated(line) || ErrorPhrases.IsCode(line) || IsScriptError(line) || IsRubyError(line) || (line.StartsWith("thread '"u8) && line.IndexOf(" panicked at "u8) > 0);
    }

    /// <summary><c>error: message</c>, <c>fatal: message</c>: tools state it so.</summary>
    private static bool IsStated(ReadOnlySpan<byte> line) => line.StartsWith("error: "u8) || line.StartsWith("fatal: "u8);

    /// <summary><c>TypeError: x is not a function</c>, <c>Error: lost</c>: without a namespace, as Node.js names what was not caught.</summary>
    private static bool IsScriptError(ReadOnlySpan<byte> line)
    {
        ReadOnlySpan<byte> text = line.StartsWith("Uncaught "u8) ? line["Uncaught ".Length..] : line;
        var word = TextWord.First(text);
        return word.Start == 0 && word.After.StartsWith(": "u8) && (ExceptionNames.Matches(word.Bytes) || word.Bytes.SequenceEqual("Error"u8) || word.Bytes.SequenceEqual("TypeError"u8));
    }

    /// <summary><c>/srv/shop/pay.rb:12:in 'pay': lost (RuntimeError)</c>.</summary>
    private static bool IsRubyError(ReadOnlySpan<byte> line)
    {
        int mark = line.IndexOf(".rb:"u8);
        return mark > 0 && line[^1] == ')' && !line[..mark].Contains((byte)' ') && line[mark..].IndexOf(":in "u8) > 0;
    }
}
