using System.Buffers.Text;
using System.Text;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Model;

/// <summary>One line with what is known of it: what every sink is given, whether the line came from a file or the pipeline.</summary>
internal readonly ref struct LogLine(ReadOnlySpan<byte> text, ReadOnlySpan<byte> plain, ref readonly LineFields fields, LogFormat format)
{
    private const uint NanosecondsPerSecond = 1_000_000_000;

    private readonly ref readonly LineFields _fields = ref fields;

    /// <summary>The line in UTF-8, without its line end.</summary>
    public ReadOnlySpan<byte> Text { get; } = text;

    /// <summary>The line without terminal control sequences: what the fields are ranges of.</summary>
    public ReadOnlySpan<byte> Plain { get; } = plain;

    /// <summary>The fields that the format found; none in a continuation line.</summary>
    public ref readonly LineFields Fields => ref _fields;

    /// <summary>The line without what a container, or a header that each line of its entry repeats, has put before it; only of a continuation line.</summary>
    public ReadOnlySpan<byte> Own => Plain[Fields.OwnStart..];

    /// <summary>Of a whole entry the <see cref="Own"/> texts of the lines after its first, each with a line feed before it; otherwise empty.</summary>
    public ReadOnlySpan<byte> Continuation => Whole is null ? default : Whole.Continuation;

    /// <summary>The entry that this is, where it is no single line.</summary>
    public LogEntry? Whole { get; init; }

    /// <summary>The format of the entry that the line begins or belongs to.</summary>
    public LogFormat Format { get; } = format;

    /// <summary>The entry's level; a continuation line has that of its entry.</summary>
    public required LogLevel Level { get; init; }

    /// <summary>Whether all of the line is the entry's own text: no container runtime or collector has wrapped it, nothing was taken out, and no earlier line began it.</summary>
    public bool IsBare => Fields.EmbeddedAt == 0 && Plain.Length == Text.Length && !IsContinuation;

    /// <summary>Whether the line belongs to an entry that an earlier one began. Such a line is counted as a line and as nothing else.</summary>
    public required bool IsContinuation { get; init; }

    /// <summary>The entry that it begins or belongs to.</summary>
    public EntryId Entry => new(Stream, Ordinal);

    /// <summary>The stream of <see cref="Entry"/>. Kept apart, since few sinks ask for the identity, and a copy for each line takes time.</summary>
    public required object Stream { get; init; }

    /// <summary>The ordinal of <see cref="Entry"/>.</summary>
    public required long Ordinal { get; init; }

    /// <summary>The full path of its file; null where it is from none.</summary>
    public required string? Path { get; init; }

    /// <summary>Its 1-based number, 0 where it is not known.</summary>
    public required long Number { get; init; }

    /// <summary>Where it begins, in bytes.</summary>
    public required long Offset { get; init; }

    /// <summary>Its size in bytes, with its line end.</summary>
    public required int ByteCount { get; init; }

    /// <summary>How many lines it is: more than one for a whole entry that is counted again.</summary>
    public int LineCount { get; init; } = 1;

    /// <summary>When its log was last written: where the line gives no year, it is not later than that.</summary>
    public required DateTime Reference { get; init; }

    /// <summary>What is known of the times of the line's log.</summary>
    public required TimeConventions Conventions { get; init; }

    /// <summary>What reads the named fields of the line.</summary>
    public required IFieldReader FieldReader { get; init; }

    /// <summary>What is known of the named fields already; null of a line that was kept for a while.</summary>
    public KnownFields? Known { get; init; }

    /// <summary>What reads the times of the line's log; null for a line by itself.</summary>
    public TimestampReader? Times { get; init; }

    /// <summary>The same line with another text and its fields, such as that of an entry within it.</summary>
    public LogLine With(ReadOnlySpan<byte> other, ref readonly LineFields fieldsOfOther) => new(Text, other, in fieldsOfOther, Format)
    {
        Level = Level,
        IsContinuation = IsContinuation,
        Stream = Stream,
        Ordinal = Ordinal,
        Path = Path,
        Number = Number,
        Offset = Offset,
        ByteCount = ByteCount,
        LineCount = LineCount,
        Reference = Reference,
        Conventions = Conventions,
        FieldReader = FieldReader,
        Times = Times,
    };

    /// <summary>Whether the entry counts as an error.</summary>
    public bool IsError => Level >= LogLevel.Error;

    /// <summary>The time of the entry, parsed now; null where it has none or a broken one.</summary>
    public DateTimeOffset? ParseTimestamp() => Fields.Timestamp.IsEmpty || !TryParseTime(out DateTimeOffset time) ? null : Complete(time);

    /// <summary>The time that the entry would have if its log left unsaid other things; null where it has none or a broken one.</summary>
    /// <param name="conventions">What would be known of the times of the log.</param>
    /// <param name="reference">When it would have been written.</param>
    public DateTimeOffset? ParseTimestamp(TimeConventions conventions, DateTime reference) =>
        Fields.Timestamp.IsEmpty || !TryParseParts(conventions, reference, out DateTimeOffset time) ? null : Complete(time);

    private DateTimeOffset Complete(DateTimeOffset time)
    {
        if (!Fields.Nanoseconds.IsEmpty && Utf8Parser.TryParse(Fields.Nanoseconds.Of(Plain), out uint nanoseconds, out _) && nanoseconds < NanosecondsPerSecond && time.Ticks % TimeSpan.TicksPerSecond == 0)
        {
            time = time.AddTicks(nanoseconds / TimeSpan.NanosecondsPerTick);
        }

        return Fields.IsUtc ? new DateTimeOffset(time.DateTime, TimeSpan.Zero) : time;
    }

    private bool TryParseTime(out DateTimeOffset time) =>
        Times is not null && !Fields.HasBias && Format.Layouts is null && TimeText.IsWhole(in _fields)
            ? Times.TryParse(Fields.Timestamp.Of(Plain), Reference, out time)
            : TryParseParts(Conventions, Reference, out time);

    // Apart from the frequent case, which needs no room to join the parts in.
    private bool TryParseParts(TimeConventions conventions, DateTime reference, out DateTimeOffset time)
    {
        ReadOnlySpan<byte> text = TimeText.Of(Plain, in _fields, stackalloc byte[TimeText.MaxLength], out int zone);
        if (Format.Layouts is TimeLayouts layouts)
        {
            return layouts.TryRead(text, reference, conventions, out time);
        }

        // A zone that is not known leaves the time local.
        return (Fields.HasBias && BiasedTimestamp.TryRead(text, conventions, out time))
            || Timestamps.TryParse(text, reference, conventions, out time)
            || (zone > 0 && Timestamps.TryParse(text[..^zone], reference, conventions, out time));
    }

    /// <summary>How long the response took, parsed now; null where the line does not say.</summary>
    public TimeSpan? ParseDuration() =>
        Fields.Duration.IsEmpty ? null
        : Fields.DurationUnit == DurationUnit.AccessLog ? ResponseTime.Find(Fields.Duration.Of(Plain))
        : DurationText.Read(Fields.Duration.Of(Plain), Fields.DurationUnit);

    /// <summary>The whole line, decoded now. Bytes that are not UTF-8 are U+FFFD.</summary>
    public string DecodeText() => Encoding.UTF8.GetString(Text);

    /// <summary>The message, decoded now; where it is a template, the sentence that it stands for.</summary>
    public string DecodeMessage() =>
        MessageRenderer.IsTemplate(in this) ? MessageRenderer.Render(DecodeWrittenMessage(), in this) : DecodeWrittenMessage();

    /// <summary>The message as it is written, decoded now: entries of the same template have the same.</summary>
    public string DecodeWrittenMessage() =>
        Fields.Message.IsEmpty ? Encoding.UTF8.GetString(Plain) : Decode(Fields.Message)!;

    /// <summary>A field's text, decoded now; null where the line has no such field.</summary>
    public string? Decode(ByteRange field)
    {
        if (field.IsEmpty)
        {
            return null;
        }

        if (Fields.HasEscapes)
        {
            return JsonText.Decode(field.Of(Plain));
        }

        if (Fields.HasMarkup)
        {
            return XmlText.Decode(field.Of(Plain));
        }

        string text = Encoding.UTF8.GetString(field.Of(Plain));
        return Fields.DoublesQuotes ? text.Replace("\"\"", "\"", StringComparison.Ordinal) : text;
    }
}
