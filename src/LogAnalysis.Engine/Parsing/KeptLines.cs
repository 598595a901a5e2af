using System.Buffers;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Parsing;

/// <summary>Lines that are kept until those after them tell what they are.</summary>
internal sealed class KeptLines
{
    private readonly ArrayBufferWriter<byte> _texts = new();
    private readonly ArrayBufferWriter<byte> _plain = new();
    private readonly List<Line> _lines = [];

    /// <summary>How many there are.</summary>
    public int Count => _lines.Count;

    /// <summary>How many bytes they have.</summary>
    public int Length => _texts.WrittenCount;

    /// <summary>Where the first begins that is to be passed on; null if there is none.</summary>
    public long? Offset
    {
        get
        {
            int first = _lines.FindIndex(line => line.Place.IsPassedOn);
            return first < 0 ? null : _lines[first].Place.Offset;
        }
    }

    /// <summary>All lines without terminal control sequences, with line feeds between them.</summary>
    public ReadOnlySpan<byte> Joined => _plain.WrittenSpan;

    /// <summary>Keeps a line.</summary>
    /// <param name="text">The line as it was written.</param>
    /// <param name="plain">The line without terminal control sequences, or the part of it that counts.</param>
    /// <param name="time">When a runtime took the line; empty if it does not tell.</param>
    /// <param name="place">Where it is.</param>
    public void Add(ReadOnlySpan<byte> text, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> time, in LinePosition place)
    {
        if (Count > 0)
        {
            _plain.Write("\n"u8);
        }

        _lines.Add(new Line(Write(_texts, text), Write(_plain, plain), Write(_texts, time), place));
    }

    /// <summary>Writes the time at which a runtime took the first line behind them all, so that it can be a field.</summary>
    /// <returns>Where it is in <see cref="Joined"/>.</returns>
    public ByteRange AppendTime() => Write(_plain, _lines[0].Time.Of(_texts.WrittenSpan));

    /// <summary>A line as it was written.</summary>
    public ReadOnlySpan<byte> TextOf(int line) => _lines[line].Text.Of(_texts.WrittenSpan);

    /// <summary>A line without terminal control sequences.</summary>
    public ReadOnlySpan<byte> PlainOf(int line) => _lines[line].Plain.Of(_plain.WrittenSpan);

    /// <summary>The same, and behind it when a runtime took the line.</summary>
    public ReadOnlySpan<byte> WithTimeOf(int line) =>
        _lines[line].Time.IsEmpty ? PlainOf(line) : (byte[])[.. PlainOf(line), .. _lines[line].Time.Of(_texts.WrittenSpan)];

    /// <summary>Where a line is.</summary>
    public LinePosition PlaceOf(int line) => _lines[line].Place;

    private static ByteRange Write(ArrayBufferWriter<byte> buffer, ReadOnlySpan<byte> bytes)
    {
        var range = new ByteRange(buffer.WrittenCount, bytes.Length);
        buffer.Write(bytes);
        return range;
    }

    private readonly record struct Line(ByteRange Text, ByteRange Plain, ByteRange Time, LinePosition Place);
}
