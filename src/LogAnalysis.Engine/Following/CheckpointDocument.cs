using System.Text.Json;
using System.Text.Json.Serialization;
using LogAnalysis.Files;
using LogAnalysis.Text;

namespace LogAnalysis.Following;

/// <summary>A checkpoint as JSON that people can read: version 1. A note is one, too, of what changed.</summary>
/// <param name="Version">The version.</param>
/// <param name="Seen">As in a <see cref="Checkpoint"/>.</param>
/// <param name="Files">The positions.</param>
/// <param name="Places">Only in a note: the place of each position among those of the checkpoint.</param>
internal sealed record CheckpointDocument(
    int Version, DateTime Seen, CheckpointDocument.Entry[] Files, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int[]? Places = null)
{
    private const int CurrentVersion = 1;

    /// <summary>No checkpoint has more files: each takes some 500 bytes.</summary>
    public const int MaxFiles = 500_000;

    private static readonly JsonBounds Bounds = new(maxItems: 100, maxValues: 16 * MaxFiles, (nameof(Files), MaxFiles), (nameof(Places), MaxFiles));

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip,
    };

    /// <summary>A checkpoint in JSON.</summary>
    public static byte[] Write(Checkpoint checkpoint) => Write(new CheckpointNote(checkpoint.Seen, checkpoint.Positions));

    /// <summary>A note in JSON.</summary>
    public static byte[] Write(CheckpointNote note) => JsonSerializer.SerializeToUtf8Bytes(
        new CheckpointDocument(CurrentVersion, note.Seen, [.. note.Positions.Select(Entry.Of)], note.Places?.ToArray()), Options);

    /// <summary>The checkpoint that JSON holds.</summary>
    /// <exception cref="JsonException">It is not one, or one of a later version.</exception>
    public static Checkpoint Read(ReadOnlySpan<byte> json)
    {
        CheckpointNote all = ReadNote(json);
        return new Checkpoint(all.Seen, all.Positions);
    }

    /// <summary>The note that JSON holds.</summary>
    /// <exception cref="JsonException">It is not one, or one of a later version.</exception>
    public static CheckpointNote ReadNote(ReadOnlySpan<byte> json)
    {
        Bounds.Check(json);
        CheckpointDocument document = JsonSerializer.Deserialize<CheckpointDocument>(json, Options) ?? throw new JsonException("It is empty.");
        if (document.Version != CurrentVersion)
        {
            throw new JsonException($"Its version is {document.Version}; this module reads version {CurrentVersion}.");
        }

        if (document.Seen == default)
        {
            throw new JsonException("It does not say up to when it knows every file.");
        }

        if (document.Files is null || !Array.TrueForAll(document.Files, file => file is not null && file.IsValid))
        {
            throw new JsonException("It lacks what every file has: a path, an offset and a fingerprint.");
        }

        return new CheckpointNote(document.Seen.ToUniversalTime(), [.. document.Files.Select(file => file.ToPosition())], document.Places);
    }

    /// <summary>One file.</summary>
    internal sealed record Entry(string Path, LogState State, ulong Device, ulong File, DateTime? Born, long Offset, long? Lines, Fingerprint Fingerprint)
    {
        [JsonIgnore]
        public bool IsValid => Path is not null && Offset >= 0 && Lines is null or >= 0 && Fingerprint?.IsValid == true;

        public static Entry Of(LogPosition position) => new(
            position.Path, position.State, position.Identity.Device, position.Identity.Number, position.Identity.Born, position.Offset, position.Lines, position.Fingerprint);

        public LogPosition ToPosition() => new(Path, State, new FileIdentity(Device, File, Born), Offset, Lines, Fingerprint);
    }
}
