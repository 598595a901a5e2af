namespace LogAnalysis.Text;

/// <summary>Takes terminal control sequences out of a line, so that a coloured log is recognised like a plain one.</summary>
/// <remarks>Source: ECMA-48, section 5.4 (control sequences) and 8.3.89 (OSC); xterm ends an OSC with BEL too.</remarks>
internal sealed class AnsiStripper
{
    /// <summary>What every sequence begins with.</summary>
    public const byte Escape = 0x1B;

    private const byte Bell = 0x07;

    private byte[] _buffer = [];

    /// <summary>The line without its sequences: the line itself if it has none, else valid until the next call.</summary>
    public ReadOnlySpan<byte> Strip(ReadOnlySpan<byte> line)
    {
        int escape = line.IndexOf(Escape);
        if (escape < 0)
        {
            return line;
        }

        if (_buffer.Length < line.Length)
        {
            _buffer = new byte[line.Length];
        }

        int length = 0;
        while (escape >= 0)
        {
            line[..escape].CopyTo(_buffer.AsSpan(length));
            length += escape;
            line = line[EndOfSequence(line, escape)..];
            escape = line.IndexOf(Escape);
        }

        line.CopyTo(_buffer.AsSpan(length));
        return _buffer.AsSpan(0, length + line.Length);
    }

    /// <summary>The first byte after the sequence that begins at an escape. One that is cut off takes the rest of the line.</summary>
    private static int EndOfSequence(ReadOnlySpan<byte> line, int escape)
    {
        int start = escape + 2;
        if (start > line.Length)
        {
            return line.Length;
        }

        int length = line[escape + 1] switch
        {
            (byte)'[' => line[start..].IndexOfAnyInRange((byte)0x40, (byte)0x7E),
            (byte)']' => line[start..].IndexOfAny(Bell, Escape),
            _ => -2,
        };
        return length switch
        {
            -2 => start,
            < 0 => line.Length,
            _ => line[start + length] == Escape ? start + length : start + length + 1,
        };
    }
}
