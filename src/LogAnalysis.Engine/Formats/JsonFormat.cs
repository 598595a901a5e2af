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
        var keyed = new KeyedFields(line);
        var nested = new KeyedFields(line);
        var members = new JsonMembers(line, new Slice(0, line.Length));
        while (members.MoveNext())
        {
            ReadOnlySpan<byte> name = members.Name.Of(line);
            compact |= name.SequenceEqual("@t"u8);
            Take(ref keyed, in members, name);
            if (members.Kind == JsonKind.Object && FieldNames.IsContainer(name))
            {
                TakeNested(line, members.Value, ref nested, depth: 1);
            }
        }

        if (members.IsBroken || !line[members.End..].Trim(" \t"u8).IsEmpty)
        {
            return false;
        }

        keyed.Fill(in nested);
        keyed.Complete();
        fields = keyed.Found;
        fields.HasEscapes = true;

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

    private static void Take(ref KeyedFields keyed, in JsonMembers member, ReadOnlySpan<byte> name)
    {
        if (member.Kind is JsonKind.String or JsonKind.Number)
        {
            keyed.Take(FieldNames.Find(name), member.Value, member.Kind == JsonKind.String);
        }
    }

    /// <summary>Takes the fields of an object within the line. Those of the line itself go before them.</summary>
    private static void TakeNested(ReadOnlySpan<byte> line, Slice value, ref KeyedFields nested, int depth)
    {
        var members = new JsonMembers(line, value);
        while (members.MoveNext())
        {
            ReadOnlySpan<byte> name = members.Name.Of(line);
            Take(ref nested, in members, name);
            if (members.Kind == JsonKind.Object && depth < MaxDepth && FieldNames.IsContainer(name))
            {
                TakeNested(line, members.Value, ref nested, depth + 1);
            }
        }
    }
}
