using LogAnalysis.Text;

namespace LogAnalysis.Traces;

/// <summary>Finds stack traces, and the names of types, in the fields of structured entries: JSON and logfmt.</summary>
/// <remarks>
/// Source: Serilog's compact format (<c>@x</c>), pino and bunyan (<c>err.stack</c>), winston (<c>stack</c>), logstash-logback-encoder (<c>stack_trace</c>),
/// Python's structlog and python-json-logger (<c>exception</c>, <c>exc_info</c>), Log4j (<c>thrown</c>), Monolog (<c>context.exception</c>), the
/// Elastic Common Schema (<c>error.type</c>, <c>error.stack_trace</c>), OpenTelemetry (<c>exception.type</c>, <c>exception.stacktrace</c>), AWS Lambda.
/// </remarks>
internal static class StructuredTrace
{
    private const int MaxDepth = 63;

    /// <summary>Fields that hold a stack trace, or an exception as text.</summary>
    private static readonly WordTable<bool> TraceNames = new((true,
        "@x exception exc_info excinfo exc_text stack stack_trace stacktrace stackTraceString traceback backtrace error_stack err_stack errorStack "
        + "extendedStackTrace extended_stack_trace throwable thrown err error cause full_message exceptionDetails exception_details exceptionMessage"));

    /// <summary>Objects that are an exception.</summary>
    private static readonly WordTable<bool> ObjectNames = new((true,
        "err error exception exc thrown throwable cause previous inner innerException inner_exception reason exceptionInfo"));

    /// <summary>In such an object, the name of its type.</summary>
    private static readonly WordTable<bool> TypeNames = new((true, "type name class className class_name kind exc_type"));

    /// <summary>The same anywhere.</summary>
    private static readonly WordTable<bool> QualifiedTypeNames = new((true,
        "exc_type exceptionType exception_type exceptionClass exception_class exceptionName exception_name errorType error_type errorClass error_class error_name"));

    /// <summary>Reads the object that begins at the first brace of a line. What is broken ends the reading, and what was found until then counts.</summary>
    public static void ReadJson(ReadOnlySpan<byte> line, ExceptionReader reader)
    {
        ReadOnlySpan<byte> name = default;
        ulong exceptions = 0;
        int depth = 0;
        for (int at = line.IndexOf((byte)'{'); at >= 0; at = Next(line, at))
        {
            if (line[at] == '"')
            {
                int end = QuotedText.FindEnd(line, at + 1);
                if (end < 0)
                {
                    return;
                }

                ReadOnlySpan<byte> text = line[(at + 1)..end];
                at = end;
                if (IsName(line[(end + 1)..]))
                {
                    name = text;
                }
                else if (depth <= MaxDepth)
                {
                    ReadField(name, text, depth, HasBit(exceptions, depth), reader);
                }
            }
            else if (line[at] is (byte)'{' or (byte)'[')
            {
                depth++;
                exceptions = depth > MaxDepth ? exceptions : WithBit(exceptions, depth, HasBit(exceptions, depth - 1) || ObjectNames.Contains(LastPart(name)));
            }
            else if (--depth <= 0)
            {
                return;
            }
        }
    }

    /// <summary>Reads the pairs of a line.</summary>
    public static void ReadLogfmt(ReadOnlySpan<byte> line, ExceptionReader reader)
    {
        var pairs = new LogfmtPairs(line);
        while (pairs.MoveNext())
        {
            ReadField(pairs.Name.Of(line), pairs.Value.Of(line), depth: 1, isOfException: false, reader);
        }
    }

    private static void ReadField(ReadOnlySpan<byte> name, ReadOnlySpan<byte> text, int depth, bool isOfException, ExceptionReader reader)
    {
        ReadOnlySpan<byte> last = LastPart(name);
        if (TraceNames.Contains(last))
        {
            reader.AddText(JsonBytes.Decode(text), depth);
        }
        else if (QualifiedTypeNames.Contains(last)
            || (TypeNames.Contains(last) && (isOfException || (last.Length < name.Length && ObjectNames.Contains(LastPart(name[..^(last.Length + 1)]))))))
        {
            ReadType(text, depth, reader);
        }
    }

    /// <summary>Other things have types, too: names of classes have capitals, or are in a namespace.</summary>
    private static void ReadType(ReadOnlySpan<byte> type, int depth, ExceptionReader reader)
    {
        if (type.IndexOfAnyInRange((byte)'A', (byte)'Z') >= 0 || type.Contains((byte)'.'))
        {
            reader.AddType(type, depth);
        }
    }

    /// <summary>The next quotation mark or bracket; -1 if there is none.</summary>
    private static int Next(ReadOnlySpan<byte> line, int at)
    {
        int hit = line[(at + 1)..].IndexOfAny(JsonArray.Structure);
        return hit < 0 ? -1 : at + 1 + hit;
    }

    private static bool IsName(ReadOnlySpan<byte> behind)
    {
        int next = behind.IndexOfAnyExcept(" \t\r\n"u8);
        return next >= 0 && behind[next] == ':';
    }

    private static ReadOnlySpan<byte> LastPart(ReadOnlySpan<byte> name) => name[(name.LastIndexOf((byte)'.') + 1)..];

    private static bool HasBit(ulong bits, int index) => ((bits >> index) & 1) != 0;

    private static ulong WithBit(ulong bits, int index, bool value) => value ? bits | (1ul << index) : bits & ~(1ul << index);
}
