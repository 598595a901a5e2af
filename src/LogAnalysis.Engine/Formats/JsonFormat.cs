using System.Buffers.Text;

namespace LogAnalysis.Formats;

/// <summary>One JSON object a line, as structured loggers write it.</summary>
internal sealed class JsonFormat() : LogFormat(
    "json",
    "JSON lines: Serilog compact, pino, bunyan, zap, logrus, logstash and their like",
    """{"ts":"2025-01-24T07:00:30.139Z","level":"error","msg":"could not reach the database"}""")
{
    /// <inheritdoc/>
    internal override ContinuationRule Continuation => ContinuationRule.IndentedLines;

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        if (line[0] != '{')
        {
            return false;
        }

        fields = default;
        fields.IsJson = true;
        short bareStatus = 0;
        bool compact = false;
        var members = new JsonMembers(line, new Slice(0, line.Length));
        while (members.MoveNext())
        {
            Take(line, in members, ref fields, ref bareStatus);
            compact |= members.Name.Of(line).SequenceEqual("@t"u8);
        }

        if (members.IsBroken || !line[members.End..].Trim(" \t"u8).IsEmpty)
        {
            return false;
        }

        Complete(ref fields, bareStatus, compact);
        return fields.HasLevel || fields.Status != 0 || !fields.Timestamp.IsEmpty || !fields.Message.IsEmpty;
    }

    private static void Take(ReadOnlySpan<byte> line, in JsonMembers member, ref LineFields fields, ref short bareStatus)
    {
        ReadOnlySpan<byte> value = member.Value.Of(line);
        switch (JsonFieldNames.Find(member.Name.Of(line)))
        {
            case JsonField.Level when !fields.HasLevel && member.Kind is JsonKind.String or JsonKind.Number:
                fields.HasLevel = true;
                fields.Level = ReadLevel(value, member.Kind);
                break;
            case JsonField.Timestamp when fields.Timestamp.IsEmpty && member.Kind is JsonKind.String or JsonKind.Number:
                fields.Timestamp = member.Value;
                break;
            case JsonField.Message when fields.Message.IsEmpty && member.Kind == JsonKind.String:
                fields.Message = member.Value;
                break;
            case JsonField.HttpStatus when fields.Status == 0:
                fields.Status = ReadStatus(value);
                break;
            case JsonField.Status:
                bareStatus = ReadStatus(value);
                break;
            case JsonField.Method when member.Kind == JsonKind.String:
                fields.Method = member.Value;
                break;
            case JsonField.Url when fields.Url.IsEmpty && member.Kind == JsonKind.String:
                fields.Url = member.Value;
                break;
            case JsonField.Client when fields.Client.IsEmpty && member.Kind == JsonKind.String:
                fields.Client = member.Value;
                break;
            case JsonField.Bytes when fields.Bytes.IsEmpty:
                fields.Bytes = member.Value;
                break;
        }
    }

    private static void Complete(ref LineFields fields, short bareStatus, bool compact)
    {
        if (fields.Status == 0 && (!fields.Method.IsEmpty || !fields.Url.IsEmpty))
        {
            fields.Status = bareStatus;
        }

        // Serilog's compact format leaves the level out where it is Information.
        if (compact && !fields.HasLevel)
        {
            fields.HasLevel = true;
            fields.Level = LogLevel.Information;
        }
    }

    /// <summary>A word, or a number, quoted or not, on the scale of pino and bunyan, where 50 is an error.</summary>
    private static LogLevel ReadLevel(ReadOnlySpan<byte> value, JsonKind kind)
    {
        if (kind == JsonKind.String && LevelNames.TryParse(value, out LogLevel level))
        {
            return level;
        }

        return Utf8Parser.TryParse(value, out int number, out int length) && length == value.Length ? OfNumber(number) : LogLevel.Unknown;
    }

    private static LogLevel OfNumber(int number) => number switch
    {
        < 10 => LogLevel.Unknown,
        < 20 => LogLevel.Trace,
        < 30 => LogLevel.Debug,
        < 40 => LogLevel.Information,
        < 50 => LogLevel.Warning,
        < 60 => LogLevel.Error,
        _ => LogLevel.Critical,
    };

    private static short ReadStatus(ReadOnlySpan<byte> value) =>
        value.Length == 3 && DigitReader.TryRead(value, 0, 3, out int code) && code is >= 100 and <= 599 ? (short)code : (short)0;
}
