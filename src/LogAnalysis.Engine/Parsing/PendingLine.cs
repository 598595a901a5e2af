using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Parsing;

/// <summary>A line that is kept until those after it bring what it lacks.</summary>
internal sealed class PendingLine
{
    private readonly LineFields _fields;

    public PendingLine(ReadOnlySpan<byte> text, ReadOnlySpan<byte> plain, in LineFields fields, in LinePosition place)
    {
        Text = text.ToArray();
        Plain = plain.ToArray();
        Place = place;
        _fields = fields;
    }

    public byte[] Text { get; }

    public byte[] Plain { get; }

    public LinePosition Place { get; }

    public ref readonly LineFields Fields => ref _fields;

    /// <summary>The line with the time of another line, which is appended to its text.</summary>
    public PendingLine WithTime(ReadOnlySpan<byte> time)
    {
        LineFields fields = _fields;
        fields.Timestamp = new ByteRange(Plain.Length, time.Length);
        return new PendingLine(Text, [.. Plain, .. time], in fields, Place);
    }
}
