using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Formats;

/// <summary>Names what the headers of syslog hold: host, program, process, and structured data.</summary>
/// <remarks>Source: RFC 3164, section 4.1; RFC 5424, sections 6.2 and 6.3.</remarks>
internal static class SyslogFields
{
    /// <summary>Reads host, program, process, message id and structured data.</summary>
    /// <param name="line">The line.</param>
    /// <param name="end">Where its time ends.</param>
    /// <param name="sink">Takes the fields.</param>
    public static void ReadCurrent(ReadOnlySpan<byte> line, int end, FieldSink sink)
    {
        var words = new WordReader(line, end);
        sink.AddKnown("Host"u8, words.Next().Of(line));
        sink.AddKnown("Process"u8, words.Next().Of(line));
        sink.AddKnown("ProcessId"u8, words.Next().Of(line));
        sink.AddKnown("EventId"u8, words.Next().Of(line));
        int at = Math.Min(words.Position + 1, line.Length);
        while (at < line.Length && line[at] == '[')
        {
            at = ReadElement(line, at, sink);
        }
    }

    /// <summary>Reads host, program and process. A selector, or the severity, may be before or behind the host.</summary>
    /// <inheritdoc cref="ReadCurrent"/>
    public static void ReadTraditional(ReadOnlySpan<byte> line, int end, FieldSink sink)
    {
        var words = new WordReader(line, end);
        ByteRange word = words.Next();
        bool isFirst = true;
        for (int i = 0; i < 4 && !word.IsEmpty; i++, word = words.Next())
        {
            ReadOnlySpan<byte> text = word.Of(line);
            if (SyslogHeader.IsProgram(text) || (!isFirst && text[^1] == ':'))
            {
                ReadProgram(text.TrimEnd((byte)':'), sink);
                return;
            }

            if (text.Contains((byte)'=') || text.Contains((byte)'|') || !MayPrecedeProgram(text, isFirst))
            {
                return;
            }

            if (isFirst && !IsSeverity(text))
            {
                sink.AddKnown("Host"u8, text);
                isFirst = false;
            }
        }
    }

    private static bool MayPrecedeProgram(ReadOnlySpan<byte> word, bool isFirst) => isFirst || IsSeverity(word);

    private static bool IsSeverity(ReadOnlySpan<byte> word) =>
        LevelNames.TryParse(word, out _) || SyslogSeverity.TryParseSelector(word.Trim("<>"u8), out _) || SyslogSeverity.TryParseVmware(word, out _);

    /// <summary><c>sshd[314]</c>, <c>kernel</c>, <c>postfix/smtpd[2]</c>, <c>unbound[314:0]</c>.</summary>
    private static void ReadProgram(ReadOnlySpan<byte> tag, FieldSink sink)
    {
        int open = tag.LastIndexOf((byte)'[');
        sink.AddKnown("Process"u8, open > 0 ? tag[..open] : tag);
        if (open > 0)
        {
            ReadOnlySpan<byte> process = tag[(open + 1)..].TrimEnd((byte)']');
            sink.AddKnown("ProcessId"u8, process[..DigitReader.CountLeading(process)]);
        }
    }

    /// <summary>Reads an element of structured data, <c>[id name="value" ...]</c>; returns where it ends.</summary>
    private static int ReadElement(ReadOnlySpan<byte> line, int start, FieldSink sink)
    {
        int at = start;
        while (at < line.Length && line[at..].IndexOfAny("=]"u8) is >= 0 and int mark)
        {
            int equals = at + mark;
            if (line[equals] == ']' || equals + 1 >= line.Length || line[equals + 1] != '"')
            {
                return line[equals] == ']' ? equals + 1 : line.Length;
            }

            int close = QuotedText.FindEnd(line, equals + 2);
            if (close < 0)
            {
                break;
            }

            ReadOnlySpan<byte> name = line[at..equals];
            sink.AddKnown(name[(name.LastIndexOf((byte)' ') + 1)..], line[(equals + 2)..close], FieldSyntax.Escaped);
            at = close + 1;
        }

        return line.Length;
    }
}
