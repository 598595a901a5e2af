using LogAnalysis.Text;

namespace LogAnalysis.Fields;

/// <summary>
/// Finds the level between a line's time and its message, among thread, logger, process id, in whatever order and brackets. It goes on only
/// while a token looks like part of a header, so that a level's name in the message is not taken for one.
/// </summary>
internal ref struct HeaderScanner(ReadOnlySpan<byte> line, int start)
{
    /// <summary>No known layout puts more than this before the level; it bounds the work on a hostile line.</summary>
    private const int MaxTokens = 8;

    private readonly ReadOnlySpan<byte> _line = line;
    private readonly int _start = start;
    private HeaderReader _reader = new(line, start);
    private bool _mayBePlainWord = false;
    private HeaderContext _context;

    /// <summary>Where the header goes on.</summary>
    public readonly int Position => _reader.Position;

    /// <summary>
    /// Once the level was found: up to where the line was looked at for it. 0 if it was looked at further than a byte after the level.
    /// </summary>
    public int PrefixLength { get; private set; }

    /// <summary>Moves after the level, or leaves the position where the header began.</summary>
    /// <param name="level">Receives the level.</param>
    /// <param name="isMessage">
    /// Whether the message of another entry begins there, rather than a time's header: a plain word then is prose, and so is a level as the
    /// first one.
    /// </param>
    public bool FindLevel(out LogLevel level, bool isMessage = false)
    {
        if (isMessage && IsProse())
        {
            level = LogLevel.Unknown;
            return false;
        }

        bool isNear = true;
        _context = isMessage ? HeaderContext.InMessage : HeaderContext.AfterTime;
        _mayBePlainWord = !isMessage;
        for (int i = 0; i < MaxTokens; i++)
        {
            _context |= _reader.SkipSeparators() ? HeaderContext.AfterSeparator : HeaderContext.None;
            HeaderToken token = _reader.Peek();
            if (token.IsEmpty)
            {
                break;
            }

            ReadOnlySpan<byte> word = _line[token.Start..token.End];
            isNear &= token.IsBracketed || !"[({<"u8.Contains(_line[token.Start]);
            if (HeaderLevel.TryRead(_line, in _reader, token, _context, out level, out int behind))
            {
                // A single letter counts by what follows, and so does what is not in capitals: whether it is set off, or is the level of something else.
                bool isPlain = !word.ContainsAnyInRange((byte)'a', (byte)'z');
                bool isFirstName = i == 0 && level < LogLevel.Error && LevelNames.TryParse(word, out _) && !LevelNames.IsAmbiguous(word);
                isNear &= word.Length > 1 && (isPlain || isFirstName) && token.Next < _line.Length;
                PrefixLength = isNear && behind <= token.Next ? token.Next + 1 : 0;
                _reader.Position = behind;
                return true;
            }

            if (!TrySkip(token, word))
            {
                break;
            }
        }

        _reader.Position = _start;
        level = LogLevel.Unknown;
        return false;
    }

    /// <summary>Most messages are prose, in which the first word is the only one that could be a level: a shortcut, with the answer of the long way.</summary>
    private readonly bool IsProse()
    {
        ReadOnlySpan<byte> text = _line[_start..].TrimStart((byte)' ');
        return Prose.Begins(text, out int word) && !LevelNames.TryParse(text[..word], out _);
    }

    /// <summary>Where the message begins.</summary>
    public readonly int FindMessage() => HeaderMessage.Find(_line, Position);

    /// <summary>Goes on behind a token that looks like part of a header, or like the one plain word that one may have.</summary>
    private bool TrySkip(HeaderToken token, ReadOnlySpan<byte> word)
    {
        bool isName = token.IsBracketed || HeaderWords.IsIdentifier(word) || (token.Next < _line.Length && _line[token.Next] == '[')
            || (_context.HasFlag(HeaderContext.AfterTime) && HeaderWords.IsZoneName(word));
        bool isMarked = isName || (!token.HasColon && _reader.IsSeparatorAt(token.Next)) || IsLabelNext(token);
        bool isSetOff = isMarked || _reader.IsColumnEnd(token.Next);
        if (!isSetOff && (!_mayBePlainWord || token.HasColon || !char.IsAsciiLetterLower((char)word[0])))
        {
            return false;
        }

        _mayBePlainWord &= isMarked;
        _context &= HeaderContext.InMessage;
        _context |= isName ? HeaderContext.AfterName : HeaderContext.None;
        _context |= (!token.IsBracketed || IsProcessId(token)) && DigitReader.IsNumber(word) ? HeaderContext.AfterNumber : HeaderContext.None;
        _reader.Position = token.Next;
        return true;
    }

    /// <summary>A number in brackets directly behind the name of a program: <c>PID[314] Information message</c>.</summary>
    private readonly bool IsProcessId(HeaderToken token) => token.IsBracketed && token.Start > 1 && char.IsAsciiLetterOrDigit((char)_line[token.Start - 2]);

    /// <summary>
    /// Whether a level and a colon follow: <c>general: warning: message</c>, <c>Agent WARNING: message</c>, <c>Puppet (warning): message</c>. Only behind a
    /// colon or in brackets they may be of small letters.
    /// </summary>
    private readonly bool IsLabelNext(HeaderToken token)
    {
        var ahead = new HeaderReader(_line, token.Next);
        ahead.SkipSeparators();
        HeaderToken next = ahead.Peek();
        ReadOnlySpan<byte> word = _line[next.Start..next.End];
        bool isSource = next.IsBracketed && next.Next < _line.Length && _line[next.Start - 1] == '(' && _line[next.Next] == ':' && LevelNames.TryParse(word, out _);
        return isSource || (token.HasColon && (word.SequenceEqual("debug"u8) || IsCapitalLevel(next, word)))
            || (next.HasColon && !next.IsBracketed && (token.HasColon ? LevelNames.TryParse(word, out _) : LevelNames.TryParseCapitals(word, out _)));
    }

    /// <summary>Python's usual layout: <c>orders: INFO message</c>.</summary>
    private static bool IsCapitalLevel(HeaderToken token, ReadOnlySpan<byte> word) =>
        !token.IsBracketed && word.Length > 2 && LevelNames.TryParseCapitals(word, out _) && !LevelNames.IsAmbiguous(word);
}
