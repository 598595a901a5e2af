namespace LogAnalysis.Fields;

/// <summary>A word of a text, with what is around it. It is empty before the first word and behind the last.</summary>
internal readonly ref struct TextWord(ReadOnlySpan<byte> text, int start, int end)
{
    private static readonly bool[] OfWords = [.. Enumerable.Range(0, 256).Select(b => char.IsAsciiLetterOrDigit((char)b) || b == '_' || b >= 0x80)];

    private readonly ReadOnlySpan<byte> _text = text;

    public int Start { get; } = start;

    public int End { get; } = end;

    public bool IsEmpty => Start == End;

    public ReadOnlySpan<byte> Bytes => _text[Start..End];

    /// <summary>The text before the word.</summary>
    public ReadOnlySpan<byte> Before => _text[..Start];

    /// <summary>The text behind the word.</summary>
    public ReadOnlySpan<byte> After => _text[End..];

    /// <summary>The byte before the word; 0 at the beginning of the text.</summary>
    public byte ByteBefore => Start > 0 ? _text[Start - 1] : (byte)0;

    /// <summary>The byte behind the word; 0 at the end of the text.</summary>
    public byte ByteAfter => End < _text.Length ? _text[End] : (byte)0;

    /// <summary>What is between this word and one before it.</summary>
    public ReadOnlySpan<byte> GapSince(TextWord earlier) => _text[earlier.End..Start];

    /// <summary>The first word of a text.</summary>
    public static TextWord First(ReadOnlySpan<byte> text) => new TextWord(text, 0, 0).Next();

    /// <summary>The word behind this one.</summary>
    public TextWord Next()
    {
        bool[] ofWords = OfWords;
        ReadOnlySpan<byte> text = _text;
        int start = End;
        while (start < text.Length && !ofWords[text[start]])
        {
            start++;
        }

        int end = start;
        while (end < text.Length && ofWords[text[end]])
        {
            end++;
        }

        return new TextWord(text, start, end);
    }

    /// <summary>The word before this one.</summary>
    public TextWord Previous()
    {
        int end = Start;
        while (end > 0 && !IsWordByte(_text[end - 1]))
        {
            end--;
        }

        int start = end;
        while (start > 0 && IsWordByte(_text[start - 1]))
        {
            start--;
        }

        return new TextWord(_text, start, end);
    }

    /// <summary>Whether a byte belongs to a word.</summary>
    public static bool IsWordByte(byte b) => OfWords[b];
}
