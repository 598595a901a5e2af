using LogAnalysis.Model;

namespace LogAnalysis.Parsing;

/// <summary>A line that was classified, and is kept until it is clear whether it belongs to something larger.</summary>
/// <param name="text">The line as it was written.</param>
/// <param name="plain">The line without terminal control sequences.</param>
/// <param name="fields">Its fields.</param>
/// <param name="place">Where it is.</param>
internal sealed class BufferedLine(ReadOnlySpan<byte> text, ReadOnlySpan<byte> plain, in LineFields fields, in LinePosition place)
{
    private readonly LineFields _fields = fields;

    public byte[] Text { get; } = text.ToArray();

    public byte[] Plain { get; } = plain.ToArray();

    public LinePosition Place { get; } = place;

    public ref readonly LineFields Fields => ref _fields;

    /// <summary>Its format.</summary>
    public required LogFormat Format { get; init; }

    /// <summary>Its level.</summary>
    public required LogLevel Level { get; init; }

    /// <summary>Whether it continues an entry.</summary>
    public required bool IsContinuation { get; init; }

    /// <summary>Where the entry began that it begins or continues.</summary>
    public required EntryState Entry { get; init; }

    /// <summary>The place of that entry there.</summary>
    public required long Ordinal { get; init; }
}
