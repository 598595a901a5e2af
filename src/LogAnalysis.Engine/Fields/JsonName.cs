using LogAnalysis.Model;

namespace LogAnalysis.Fields;

/// <summary>The name of a member that objects of one log have again and again, with what it stands for.</summary>
/// <param name="text">The name with its quotes and the colon after it, as it is written.</param>
/// <param name="id">Its number among those of the log.</param>
internal sealed class JsonName(ReadOnlySpan<byte> text, int id)
{
    private readonly byte[] _text = text.ToArray();

    /// <summary>The name with its quotes and the colon after it.</summary>
    public ReadOnlySpan<byte> Text => _text;

    /// <summary>The name alone.</summary>
    public ReadOnlySpan<byte> Name => _text.AsSpan(1, NameLength);

    /// <summary>How long the name is, in bytes.</summary>
    public int NameLength => _text.Length - "\"\":".Length;

    /// <summary>The field that it stands for.</summary>
    public FieldKind Field { get; } = FieldNames.Find(text[1..^2]);

    /// <summary>Whether an object of this name holds fields of the line itself.</summary>
    public bool IsContainer { get; } = FieldNames.IsContainer(text[1..^2]);

    /// <summary>Its number among the names of the log that are remembered.</summary>
    public int Id => id;

    /// <summary>The name that came after it last.</summary>
    public JsonName? Next { get; set; }

    /// <summary>The name that came after it before that.</summary>
    public JsonName? Other { get; set; }
}
