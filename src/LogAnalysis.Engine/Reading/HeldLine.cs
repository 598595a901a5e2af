using LogAnalysis.Formats;

namespace LogAnalysis.Reading;

/// <summary>A line that is kept until the lines behind it have told what it lacks.</summary>
internal sealed class HeldLine
{
    private readonly LineFields _fields;

    public HeldLine(ReadOnlySpan<byte> text, ReadOnlySpan<byte> plain, in LineFields fields, in LinePlace place)
    {
        Text = text.ToArray();
        Plain = plain.ToArray();
        Place = place;
        _fields = fields;
    }

    public byte[] Text { get; }

    public byte[] Plain { get; }

    public LinePlace Place { get; }

    public ref readonly LineFields Fields => ref _fields;

    /// <summary>The line with a time that another line told: it stands behind the line's own text.</summary>
    public HeldLine WithTime(ReadOnlySpan<byte> time)
    {
        LineFields fields = _fields;
        fields.Timestamp = new Slice(Plain.Length, time.Length);
        return new HeldLine(Text, [.. Plain, .. time], in fields, Place);
    }
}
