using System.Text;
using LogAnalysis.Text;
using LogAnalysis.Traces;

namespace LogAnalysis.Model;

/// <summary>Reads the exception of an entry from its lines, one by one or all together: the answer is the same.</summary>
internal static class EntryException
{
    /// <summary>A reader has room for several names, and scripts ask for the types of very many entries.</summary>
    [ThreadStatic]
    private static ExceptionReader? Reader;

    private static ReadOnlySpan<byte> Panic => "panic: "u8;

    /// <summary>The type of a line's, or a whole entry's, exception; null if it tells of none.</summary>
    public static string? TypeOf(in LogLine line) => ReadWhole(in line).Type;

    /// <summary>The exception of a whole entry by whose trace it is known, with its frame; null where it has no trace.</summary>
    public static string? TraceOf(in LogLine line)
    {
        ExceptionReader? reader = IsMessageOnly(in line) ? null : ReadWhole(in line);
        return reader is { HasTrace: true } ? reader.Name : null;
    }

    /// <summary>Reads a line, or a whole entry.</summary>
    /// <param name="line">The line.</param>
    /// <param name="reader">What has read the lines of the entry before it.</param>
    public static void Read(in LogLine line, ExceptionReader reader) => Read(in line, MessageOf(in line), reader);

    /// <summary>Reads a line, or a whole entry, whose message is at hand.</summary>
    /// <param name="line">The line.</param>
    /// <param name="message">What <see cref="MessageOf"/> gives; not asked for of a line that has none of its own.</param>
    /// <param name="reader">What has read the lines of the entry before it.</param>
    public static void Read(in LogLine line, ReadOnlySpan<byte> message, ExceptionReader reader)
    {
        ref readonly LineFields fields = ref line.Fields;
        if ((!line.IsContinuation || fields.CompletesEntry) && !fields.MessageFollows)
        {
            reader.AddMessage(IsPanic(in line) ? line.Plain[(fields.Message.Start - Panic.Length)..fields.Message.End] : message);
        }

        if (line.IsContinuation)
        {
            reader.AddLine(line.Own);
        }
        else if (fields.HasEscapes)
        {
            ReadFields(line.Plain, reader);
        }
        else if (fields.HasMarkup)
        {
            reader.AddLines(line.Plain);
        }

        reader.AddLines(line.Continuation);
    }

    /// <summary>What a line says, in UTF-8.</summary>
    public static ReadOnlySpan<byte> MessageOf(in LogLine line)
    {
        ref readonly LineFields fields = ref line.Fields;
        return fields.HasEscapes ? JsonBytes.Decode(fields.Message.Of(line.Plain))
            : fields.HasMarkup || fields.DoublesQuotes ? Encoding.UTF8.GetBytes(line.DecodeMessage())
            : fields.Message.IsEmpty ? line.Plain
            : fields.Message.Of(line.Plain);
    }

    /// <summary>Whether a line tells of an exception by its message or by lines after it: all that is to be read of it is <see cref="MessageOf"/>.</summary>
    public static bool IsMessageOnly(in LogLine line)
    {
        ref readonly LineFields fields = ref line.Fields;
        return !fields.HasEscapes && !fields.HasMarkup && !fields.MessageFollows && !line.IsContinuation && line.Continuation.IsEmpty && !IsPanic(in line);
    }

    private static ExceptionReader ReadWhole(in LogLine line)
    {
        ExceptionReader reader = Reader ??= new ExceptionReader();
        reader.Reset();
        Read(in line, reader);
        return reader;
    }

    /// <summary>What Go writes first is the word for a level, too, so that it is none of the message.</summary>
    private static bool IsPanic(in LogLine line) => !line.Fields.Message.IsEmpty && line.Plain[..line.Fields.Message.Start].EndsWith(Panic);

    /// <summary>JSON may be behind the header of another format; logfmt begins with a pair.</summary>
    private static void ReadFields(ReadOnlySpan<byte> line, ExceptionReader reader)
    {
        var pairs = new LogfmtPairs(line);
        if (line.IndexOf("{\""u8) >= 0 || line is [(byte)'{', ..] || !pairs.MoveNext())
        {
            StructuredTrace.ReadJson(line, reader);
        }
        else
        {
            StructuredTrace.ReadLogfmt(line, reader);
        }
    }
}
