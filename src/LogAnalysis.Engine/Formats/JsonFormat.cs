using System.Runtime.CompilerServices;
using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;

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

    private const int MaxTags = 3;

    /// <inheritdoc/>
    internal override ContinuationRule Continuation => ContinuationRule.IndentedLines;

    /// <inheritdoc/>
    internal override string FirstBytes => "{";

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields) => TryParse(line, ref fields, names: null, known: null);

    /// <summary>Recognises a line of a log in which such lines came before.</summary>
    /// <param name="line">The line.</param>
    /// <param name="fields">Receives its fields.</param>
    /// <param name="names">The names of members in those lines.</param>
    /// <param name="known">Receives all members; null where they are not wanted.</param>
    /// <remarks>Lines are too many to clear memory that most of them do not use.</remarks>
    [SkipLocalsInit]
    internal static bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields, JsonNames? names, KnownFields? known)
    {
        if (line[0] != '{')
        {
            return false;
        }

        Unsafe.SkipInit(out LineFields within);
        names?.Begin();
        known?.Begin();
        return TryParse(line, names, known, ref fields, ref within);
    }

    private static bool TryParse(ReadOnlySpan<byte> line, JsonNames? names, KnownFields? known, ref LineFields fields, ref LineFields within)
    {
        bool compact = false;
        bool anyNested = false;
        fields = default;
        var keyed = new KeyedFields(line, ref fields);
        var nested = new KeyedFields(line, ref within);
        var members = new JsonMembers(line, new ByteRange(0, line.Length), names);
        while (members.MoveNext())
        {
            compact |= members.Name.Of(line).SequenceEqual("@t"u8);
            if (known is not null && (members.Kind == JsonKind.Object || !known.IsDeclined(members.Id)))
            {
                known.Add(members.Whole);
            }

            Take(line, ref keyed, in members);
            if (members.Kind == JsonKind.Object && members.IsContainer)
            {
                if (!anyNested)
                {
                    anyNested = true;
                    within = default;
                }

                TakeNested(line, members.Value, ref nested, depth: 1);
            }
        }

        // A comma is after it where the lines are elements of an array.
        if (members.IsBroken || !line[members.End..].Trim(" \t,"u8).IsEmpty)
        {
            return false;
        }

        if (anyNested)
        {
            keyed.Fill(in nested);
        }

        keyed.Complete();
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

    /// <inheritdoc/>
    internal override bool NamesFields => true;

    /// <inheritdoc/>
    internal override bool IsObject => true;

    /// <inheritdoc/>
    internal override bool ReadFields(ReadOnlySpan<byte> line, in LineFields fields, FieldSink sink)
    {
        JsonFields.Read(line, sink);
        return true;
    }

    /// <summary>A collector's record of a line, whose message is that line.</summary>
    internal override bool MayCarry(ReadOnlySpan<byte> line, in LineFields fields) =>
        !fields.HasLevel && !fields.Message.Of(line).Contains((byte)'\\');

    /// <summary>A collector may have kept the line end of the line that it took.</summary>
    private static ByteRange WithoutLineEnd(ReadOnlySpan<byte> line, ByteRange message)
    {
        int length = message.Of(line) is [.., (byte)'\\', (byte)'n'] ? message.Length - 2 : message.Length;
        return new ByteRange(message.Start, length);
    }

    private static void Take(ReadOnlySpan<byte> line, ref KeyedFields keyed, in JsonMembers member)
    {
        FieldKind field = member.Field;
        if (field == FieldKind.None)
        {
            return;
        }

        if (member.Kind is JsonKind.String or JsonKind.Number)
        {
            keyed.Take(field, member.Value, member.Kind == JsonKind.String);
        }
        else if (member.Kind == JsonKind.Object && field is FieldKind.Level or FieldKind.Severity)
        {
            TakeLevelObject(line, member.Value, ref keyed);
        }
        else if (member.Kind == JsonKind.Array && field == FieldKind.Tags)
        {
            TakeTags(line, member.Value, ref keyed);
        }
    }

    /// <summary>Takes the first texts of an array: <c>"tags": ["warning", "config"]</c>.</summary>
    private static void TakeTags(ReadOnlySpan<byte> line, ByteRange value, ref KeyedFields keyed)
    {
        int at = value.Start;
        for (int tag = 0; tag < MaxTags && line[at..value.End].IndexOf((byte)'"') is >= 0 and int quote; tag++)
        {
            int start = at + quote + 1;
            int end = QuotedText.FindEnd(line[..value.End], start);
            if (end < 0)
            {
                return;
            }

            keyed.TakeTag(ByteRange.Between(start, end));
            at = end + 1;
        }
    }

    /// <summary>A level with a name and a number, as loguru has it: <c>"level": {"name": "ERROR", "no": 40}</c>.</summary>
    private static void TakeLevelObject(ReadOnlySpan<byte> line, ByteRange value, ref KeyedFields keyed)
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
    private static void TakeNested(ReadOnlySpan<byte> line, ByteRange value, ref KeyedFields nested, int depth)
    {
        var members = new JsonMembers(line, value);
        while (members.MoveNext())
        {
            Take(line, ref nested, in members);
            if (members.Kind == JsonKind.Object && depth < MaxDepth && members.IsContainer)
            {
                TakeNested(line, members.Value, ref nested, depth + 1);
            }
        }
    }
}
