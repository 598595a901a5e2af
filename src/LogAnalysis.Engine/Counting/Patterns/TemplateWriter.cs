namespace LogAnalysis.Counting;

/// <summary>
/// Writes the words of a pattern. Wildcards that follow each other, with nothing but punctuation between, are one: lists of values
/// differ in length.
/// </summary>
internal ref struct TemplateWriter(Span<byte> buffer)
{
    private const int MaxTokens = 64;

    private readonly Span<byte> _buffer = buffer;
    private int _length;
    private int _tokenStart;
    private int _wildcardEnd = -1;
    private bool _afterWildcard;
    private int _tokens;

    /// <summary>The buffer size that a message of a given length needs: each byte may become a placeholder and a separator.</summary>
    public static int SizeFor(int length) => length * 4;

    /// <summary>Whether there is no room for more words: what would follow does not tell messages apart.</summary>
    public readonly bool IsFull => _tokens == MaxTokens;

    /// <summary>Adds to the word what stays.</summary>
    public void Add(ReadOnlySpan<byte> text)
    {
        text.CopyTo(_buffer[_length..]);
        _length += text.Length;
    }

    /// <summary>Adds to the word what differs.</summary>
    public void AddWildcard()
    {
        if (_wildcardEnd >= 0 && _buffer[_wildcardEnd.._length].IndexOfAnyExcept(":,;|"u8) < 0)
        {
            _length = _wildcardEnd;
            return;
        }

        Add(PatternToken.WildcardBytes);
        _wildcardEnd = _length;
    }

    /// <summary>Ends the word, if there is one.</summary>
    public void EndToken(char separator)
    {
        Span<byte> token = Trim(_buffer[_tokenStart.._length]);
        _wildcardEnd = -1;
        if (token.Length == 0)
        {
            return;
        }

        bool isWildcard = token.SequenceEqual(PatternToken.WildcardBytes);
        if (isWildcard && _afterWildcard)
        {
            _length = _tokenStart;
            return;
        }

        _afterWildcard = isWildcard;
        _length = _tokenStart + token.Length;
        _buffer[_length++] = (byte)separator;
        _tokenStart = _length;
        _tokens++;
    }

    /// <summary>All that was written.</summary>
    public readonly ReadOnlySpan<byte> Complete() => _buffer[..Math.Max(0, _tokenStart - 1)];

    /// <summary>Punctuation around a value is of no interest, nor whether there is a value between brackets.</summary>
    private readonly Span<byte> Trim(Span<byte> token)
    {
        Span<byte> inner = token.TrimStart("([{"u8).TrimEnd(")]},.;:"u8);
        if (inner.SequenceEqual(PatternToken.WildcardBytes) || token.SequenceEqual("()"u8))
        {
            PatternToken.WildcardBytes.CopyTo(_buffer[_tokenStart..]);
            return _buffer.Slice(_tokenStart, PatternToken.WildcardBytes.Length);
        }

        return _wildcardEnd > 0 && token[(_wildcardEnd - _tokenStart)..].IndexOfAnyExcept(":,;|"u8) < 0 ? token[..(_wildcardEnd - _tokenStart)] : token;
    }
}
