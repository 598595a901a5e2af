using LogAnalysis.Formats.Fields;

namespace LogAnalysis.Formats;

/// <summary>One JSON object a line, as structured loggers write it.</summary>
internal sealed class JsonFormat() : LogFormat(
    "json",
    "JSON lines: Serilog, pino, bunyan, zap, logrus, winston, Log4j, ECS, OpenTelemetry, Google Cloud, journald, Docker, Nextcloud, MongoDB, Cloudflare",
    """{"ts":"2025-01-24T07:00:30.139Z","level":"error","msg":"could not reach the database"}""")
{
    /// <summary>The format, for what contains lines of it.</summary>
    public static readonly JsonFormat Instance = new();

    /// <summary>How deep objects within objects are looked into: <c>http.response.status_code</c> is at three.</summary>
    private const int MaxDepth = 3;

    /// <inheritdoc/>
    internal override ContinuationRule Continuation => ContinuationRule.IndentedLines;

    /// <inheritdoc/>
    internal override string FirstBytes => "{";

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        if (line[0] != '{')
        {
            return false;
        }

        bool compact = false;
        bool anyNested = false;
        var keyed = new KeyedFields(line);
        var nested = new KeyedFields(line);
        var members = new JsonMembers(line, new Slice(0, line.Length));
        while (members.MoveNext())
        {
            ReadOnlySpan<byte> name = members.Name.Of(line);
            compact |= name.SequenceEqual("@t"u8);
            Take(line, ref keyed, in members, name);
            if (members.Kind == JsonKind.Object && FieldNames.IsContainer(name))
            {
                anyNested = true;
                TakeNested(line, members.Value, ref nested, depth: 1);
            }
        }

        // A comma stands behind it where the lines are elements of an array.
        if (members.IsBroken || !line[members.End..].Trim(" \t,"u8).IsEmpty)
        {
            return false;
        }

        if (anyNested)
        {
            keyed.Fill(in nested);
        }

        keyed.Complete();
        fields = keyed.Found;
        fields.HasEscapes = true;
        fields.Message = WithoutLineEnd(line, fields.Message);

        // Serilog's compact format leaves the level out where it is Information.
        if (compact && !fields.HasLevel)
        {
            fields.HasLevel = true;
            fields.Level = LogLevel.Information;
        }

        return fields.HasLevel || fields.Status != 0 || !fields.Timestamp.IsEmpty || !fields.Message.IsEmpty;
    }

    /// <summary>A collector's record of a line, whose message is that line.</summary>
    internal override bool MayCarry(ReadOnlySpan<byte> line, in LineFields fields) =>
        !fields.HasLevel && !fields.Message.Of(line).Contains((byte)'\\');

    /// <summary>A collector may have kept the line end of the line that it took.</summary>
    private static Slice WithoutLineEnd(ReadOnlySpan<byte> line, Slice message)
    {
        int length = message.Of(line) is [.., (byte)'\\', (byte)'n'] ? message.Length - 2 : message.Length;
        return new Slice(message.Start, length);
    }

    private static void Take(ReadOnlySpan<byte> line, ref KeyedFields keyed, in JsonMembers member, ReadOnlySpan<byte> name)
    {
        if (member.Kind is JsonKind.String or JsonKind.Number)
        {
            keyed.Take(FieldNames.Find(name), member.Value, member.Kind == JsonKind.String);
        }
        else if (member.Kind == JsonKind.Object && FieldNames.Find(name) == FieldKind.Level)
        {
            TakeLevelObject(line, member.Value, ref keyed);
        }
    }

    /// <summary>A level with a name and a number, as loguru has it: <c>"level": {"name": "ERROR", "no": 40}</c>.</summary>
    private static void TakeLevelObject(ReadOnlySpan<byte> line, Slice value, ref KeyedFields keyed)
    {
        var members = new JsonMembers(line, value);
        while (members.MoveNext())
        {
            if (members.Kind == JsonKind.String && LevelNames.TryParse(members.Value.Of(line), out _))
            {
                keyed.Take(FieldKind.Level, members.Value, isText: true);
            }
        }
    }

    /// <summary>Takes the fields of an object within the line. Those of the line itself go before them.</summary>
    private static void TakeNested(ReadOnlySpan<byte> line, Slice value, ref KeyedFields nested, int depth)
    {
        var members = new JsonMembers(line, value);
        while (members.MoveNext())
        {
            ReadOnlySpan<byte> name = members.Name.Of(line);
            Take(line, ref nested, in members, name);
            if (members.Kind == JsonKind.Object && depth < MaxDepth && FieldNames.IsContainer(name))
            {
                TakeNested(line, members.Value, ref nested, depth + 1);
            }
        }
    }
}
