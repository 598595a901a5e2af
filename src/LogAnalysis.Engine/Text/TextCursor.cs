namespace LogAnalysis.Text;

/// <summary>Reads a text from left to right, as far as it is what is expected.</summary>
internal ref struct TextCursor(ReadOnlySpan<byte> text)
{
    private readonly ReadOnlySpan<byte> _text = text;

    /// <summary>How far it has come.</summary>
    public int Position { get; set; }

    /// <summary>The length of the text.</summary>
    public readonly int Length => _text.Length;

    /// <summary>The next byte; 0 at the end.</summary>
    public readonly byte Current => Position < _text.Length ? _text[Position] : (byte)0;

    /// <summary>What was not read yet.</summary>
    public readonly ReadOnlySpan<byte> Rest => _text[Position..];

    /// <summary>The byte some places further on; 0 behind the end.</summary>
    public readonly byte Peek(int count) => Position + count < _text.Length ? _text[Position + count] : (byte)0;

    /// <summary>Skips a character, if it is next.</summary>
    public bool Skip(char mark)
    {
        bool isNext = Current == mark;
        Position += isNext ? 1 : 0;
        return isNext;
    }

    /// <summary>Skips blanks, up to <paramref name="max"/> of them.</summary>
    /// <returns>How many there were.</returns>
    public int SkipBlanks(int max)
    {
        int count = 0;
        for (; count < max && Current == ' '; count++)
        {
            Position++;
        }

        return count;
    }

    /// <summary>Reads all digits that are next, if there are not fewer and not more than these.</summary>
    public bool ReadNumber(int fewest, int most, out int value)
    {
        int digits = CountDigits();
        value = 0;
        bool isRead = digits >= fewest && digits <= most && DigitReader.TryRead(_text, Position, digits, out value);
        Position += isRead ? digits : 0;
        return isRead;
    }

    /// <summary>How many digits are next; no more than nine are counted.</summary>
    public readonly int CountDigits() => DigitReader.CountLeading(_text.Slice(Position, Math.Min(_text.Length - Position, 9)));
}
