using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Fields;

/// <summary>
/// Names what is between a line's time and its message: thread, logger and process, as most layouts of loggers have them. What has no shape of
/// these has no name.
/// </summary>
internal ref struct HeaderFields
{
    /// <summary>No known layout has more; it bounds the work on a hostile line.</summary>
    private const int MaxTokens = 12;

    private const int MaxNameLength = 120;

    private readonly ReadOnlySpan<byte> _line;
    private readonly FieldSink _sink;
    private ByteRange _process;
    private ByteRange _thread;
    private ByteRange _logger;
    private ByteRange _trace;

    private HeaderFields(ReadOnlySpan<byte> line, FieldSink sink)
    {
        _line = line;
        _sink = sink;
    }

    /// <summary>Passes the fields of a header to a sink.</summary>
    /// <param name="line">The line.</param>
    /// <param name="fields">Where its time and message are.</param>
    /// <param name="sink">Takes the fields.</param>
    public static void Read(ReadOnlySpan<byte> line, in LineFields fields, FieldSink sink)
    {
        var header = new HeaderFields(line, sink);
        int end = fields.Message.IsEmpty ? line.Length : fields.Message.Start;
        int time = Math.Max(fields.Timestamp.End, Math.Max(fields.Date.End, fields.Zone.End));
        header.ReadTokens(0, Math.Min(end, fields.Date.IsEmpty ? fields.Timestamp.Start : Math.Min(fields.Date.Start, fields.Timestamp.Start)));
        header.ReadTokens(time, end);
        header.Pass();
    }

    private void ReadTokens(int start, int end)
    {
        if (start >= end)
        {
            return;
        }

        var reader = new HeaderReader(_line[..end], start);
        int before = start;
        for (int i = 0; i < MaxTokens; i++)
        {
            reader.SkipSeparators();
            HeaderToken token = reader.Peek();
            if (token.IsEmpty)
            {
                break;
            }

            Take(token, isGlued: token.IsBracketed && reader.Position == before);
            reader.Position = token.Next;
            before = token.Next;
        }
    }

    private void Take(HeaderToken token, bool isGlued)
    {
        var range = ByteRange.Between(token.Start, token.End);
        ReadOnlySpan<byte> word = range.Of(_line);
        if (word.IsEmpty || word.Length > MaxNameLength || LevelNames.TryParse(word, out _) || (word.Length == 1 && LevelNames.TryParseLetter(word, out _)))
        {
            return;
        }

        if (DigitReader.IsNumber(word))
        {
            ref ByteRange number = ref token.IsBracketed && !isGlued ? ref _thread : ref _process;
            number = number.Or(range);
        }
        else if (word.Contains((byte)'='))
        {
            MessageFields.Read(word, _sink);
        }
        else if (TraceIds.Matches(word))
        {
            _trace = _trace.Or(range);
        }
        else if (token.IsBracketed)
        {
            TakeGroup(range, word);
        }
        else if (!IsSource(word) && (HeaderWords.IsLoggerName(word) || char.IsAsciiLetter((char)word[0])))
        {
            _logger = range;
        }
    }

    /// <summary>A line of source: <c>internal/queue.go:128</c>.</summary>
    private static bool IsSource(ReadOnlySpan<byte> word) => word.LastIndexOf((byte)':') is > 0 and int colon && DigitReader.IsNumber(word[(colon + 1)..]);

    private void TakeGroup(ByteRange range, ReadOnlySpan<byte> word)
    {
        if (HeaderWords.IsThreadAndLevel(word, out _))
        {
            int mark = word.LastIndexOfAny((byte)'/', (byte)':', (byte)' ');
            _thread = _thread.Or(new ByteRange(range.Start, mark));
        }
        else if (word.Contains((byte)','))
        {
            TakeTrace(range, word);
        }
        else if (ClientAddress.IsAddress(word))
        {
            _sink.Add("Client"u8, word);
        }
        else if (HeaderWords.IsQualifiedName(word) && !word.Contains((byte)' ') && char.IsAsciiLetter((char)word[0]))
        {
            _logger = _logger.Or(range);
        }
        else
        {
            _thread = _thread.Or(range);
        }
    }

    /// <summary>Spring's application, trace and span: <c>[orders,5f1c8a90b3d24e77,8a90b3d24e775f1c]</c>.</summary>
    private void TakeTrace(ByteRange range, ReadOnlySpan<byte> word)
    {
        var parts = new WordReader(word, 0, (byte)',');
        for (ByteRange part = parts.Next(); !part.IsEmpty; part = parts.Next())
        {
            if (TraceIds.Matches(part.Of(word)))
            {
                _trace = _trace.Or(part.Shift(range.Start));
            }
        }
    }

    private readonly void Pass()
    {
        _sink.AddKnown("ProcessId"u8, _process.Of(_line));
        _sink.AddKnown("Thread"u8, _thread.Of(_line));
        _sink.AddKnown("Logger"u8, _logger.Of(_line));
        _sink.AddKnown("TraceId"u8, _trace.Of(_line));
    }
}
