using LogAnalysis.Text;

namespace LogAnalysis.Fields;

/// <summary>
/// Enumerates what is between a line's time and its message: level, thread, logger, process id, in whatever order and
/// brackets. It goes on only while a token looks like part of a header, so that a level's name in the message is not taken for one.
/// </summary>
internal ref struct HeaderScanner(ReadOnlySpan<byte> line, int start)
{
    /// <summary>No known layout puts more than this before the level; it bounds the work on a hostile line.</summary>
    private const int MaxTokens = 8;

    /// <summary>Loggers' names are not longer than that before a bracket.</summary>
    private const int MaxNameLength = 80;

    private readonly ReadOnlySpan<byte> _line = line;
    private readonly int _start = start;
    private int _position = start;

    /// <summary>Where the header goes on.</summary>
    public readonly int Position => _position;

    /// <summary>
    /// Once the level was found: up to where the line was looked at for it. 0 if it was looked at further than a byte after the level.
    /// </summary>
    public int PrefixLength { get; private set; }

    /// <summary>Moves after the level, or leaves the position where the header began.</summary>
    public bool FindLevel(out LogLevel level)
    {
        bool afterSeparator = false;
        bool mayBePlainWord = true;
        bool afterNumber = false;
        bool isNear = true;
        for (int i = 0; i < MaxTokens; i++)
        {
            afterSeparator |= SkipSeparators();
            HeaderToken token = Next();
            if (token.IsEmpty)
            {
                break;
            }

            ReadOnlySpan<byte> word = _line[token.Start..token.End];
            bool marked = token.IsBracketed || i == 0 || token.HasColon || afterNumber || (afterSeparator && IsSeparatorNext(token.Next));
            isNear &= token.IsBracketed || !"[({<"u8.Contains(_line[token.Start]);
            if (TryReadLevel(word, token, isFirst: i == 0, marked, out level, out int behind))
            {
                // A single letter counts by what follows; of what is no first word, and not in capitals, that decides whether it is set off.
                isNear &= word.Length > 1 && (i == 0 || !word.ContainsAnyInRange((byte)'a', (byte)'z')) && token.Next < _line.Length;
                PrefixLength = isNear ? token.Next + 1 : 0;
                _position = behind;
                return true;
            }

            bool named = token.IsBracketed || HeaderWords.IsIdentifier(word) || IsProcess(token) || (i == 0 && HeaderWords.IsZoneName(word)) || (IsSeparatorNext(token.Next) && !token.HasColon);
            if (!named && (!mayBePlainWord || token.HasColon || !char.IsAsciiLetterLower((char)word[0])))
            {
                break;
            }

            mayBePlainWord &= named;
            afterNumber = !token.IsBracketed && DigitReader.IsNumber(word);
            afterSeparator = false;
            _position = token.Next;
        }

        _position = _start;
        level = LogLevel.Unknown;
        return false;
    }

    /// <summary>Reads the level that a token is or holds.</summary>
    /// <param name="word">The token's text.</param>
    /// <param name="token">The token.</param>
    /// <param name="isFirst">Whether it is directly after the time.</param>
    /// <param name="marked">Whether it is set off from prose, so that its case does not matter.</param>
    /// <param name="level">Receives the level.</param>
    /// <param name="behind">Receives where the header goes on.</param>
    private readonly bool TryReadLevel(
        ReadOnlySpan<byte> word, HeaderToken token, bool isFirst, bool marked, out LogLevel level, out int behind)
    {
        int mark = word.IndexOfAny((byte)':', (byte)';', (byte)',');
        if (mark > 0 && LevelNames.TryParseCapitals(word[..mark], out level))
        {
            // No space after the level: 10:22:40,672:DEBUG:message.
            behind = token.Start + mark + (word[mark] == ',' ? 1 : 0);
            return true;
        }

        behind = token.Next;

        // Monolog's channel: production.ERROR: message.
        return (token.HasColon && LevelNames.TryParseCapitals(word[(word.LastIndexOf((byte)'.') + 1)..], out level))
            || (isFirst && IsFacility(word, token, out level))
            || (token.IsBracketed && HeaderWords.IsThreadAndLevel(word, out level))
            || (marked ? LevelNames.TryParse(word, out level) : LevelNames.TryParseCapitals(word, out level));
    }

    /// <summary>
    /// Where the message begins: after bracketed groups, numbers, and a logger's name. That is any word before a dash, bar or
    /// colon on its own, or after a bracketed thread; before a colon otherwise, only what looks like a name.
    /// </summary>
    public int FindMessage()
    {
        bool afterThread = false;
        for (int i = 0; i < MaxTokens; i++)
        {
            SkipSeparators();
            if (IsLoggerWithBrackets(out int behind))
            {
                _position = behind;
                break;
            }

            HeaderToken token = Next();
            if (token.IsEmpty || token.Next >= _line.Length)
            {
                break;
            }

            ReadOnlySpan<byte> word = _line[token.Start..token.End];
            int colon = word.IndexOf((byte)':');
            bool isSource = colon > 0 && colon + 1 < word.Length && DigitReader.IsNumber(word[(colon + 1)..]) && !token.IsBracketed;
            if (isSource && word[..colon].Contains((byte)'.'))
            {
                // A source line: internal/queue.go:128.
                _position = token.Next;
                continue;
            }

            if (colon > 0 && colon + 1 < word.Length && word[colon + 1] != ':' && word[..colon].Contains((byte)'.') && !token.IsBracketed)
            {
                // No space after the logger: com.example:message.
                _position = token.Start + colon;
                break;
            }

            bool group = IsTabColumn(token.Next)
                || (token.IsBracketed && _line[token.Next - 1] == ']')
                || (!token.IsBracketed && IsBracketOrDashNext(token.Next) && (DigitReader.IsNumber(word) || HeaderWords.IsQualifiedName(word)));
            bool logger = !token.IsBracketed && !ExceptionNames.MatchesQualified(word)
                && (IsSeparatorNext(token.Next) || (token.HasColon && (afterThread || HeaderWords.IsLoggerName(word))) || IsPaddedColumn(word, token.Next));
            if (group || logger)
            {
                _position = token.Next;
            }

            if (!group || (token.IsBracketed && IsDashNext(token.Next)))
            {
                break;
            }

            afterThread |= token.IsBracketed;
        }

        SkipSeparators();
        return _position;
    }

    /// <summary>Skips spaces and the marks between the fields of a header; true when there was a mark.</summary>
    private bool SkipSeparators()
    {
        int from = _position;
        while (_position < _line.Length && IsSeparator(_position))
        {
            _position++;
        }

        return _line[from.._position].ContainsAny("-|:"u8);
    }

    /// <summary>A dash separates only where a space or another dash follows: <c>-5</c> and <c>-v</c> are text.</summary>
    private readonly bool IsSeparator(int at) => _line[at] switch
    {
        (byte)' ' or (byte)'\t' or (byte)'|' or (byte)':' or (byte)';' => true,
        (byte)'-' => (at > 0 && _line[at - 1] == '|') || at + 1 >= _line.Length || _line[at + 1] is (byte)' ' or (byte)'-' or (byte)'\t',
        _ => false,
    };

    private readonly bool IsSeparatorNext(int at)
    {
        ReadOnlySpan<byte> rest = _line[at..].TrimStart((byte)' ');
        return rest.Length > 1 && (rest[0] == '|' || (rest[0] is (byte)'-' or (byte)':' && rest[1] == ' '));
    }

    /// <summary>
    /// <c>critical/ApiListener:</c> as Icinga, <c>ERROR/MainProcess]</c> as Celery, <c>[E]</c> and <c>E |</c> as many short formats have it.
    /// </summary>
    private readonly bool IsFacility(ReadOnlySpan<byte> word, HeaderToken token, out LogLevel level)
    {
        int slash = word.IndexOf((byte)'/');
        if (slash > 0 && (token.HasColon || _line[token.Next - 1] == ']'))
        {
            return LevelNames.TryParse(word[..slash], out level);
        }

        level = LogLevel.Unknown;
        bool stands = token.IsBracketed || _line[token.Next..].StartsWith(" | "u8);
        return stands && LevelNames.TryParseLetter(word, out level);
    }

    /// <summary>A logger of Spring's that stands for a servlet: <c>o.a.c.c.C.[.[.[/].[dispatcherServlet]    : message</c>.</summary>
    private readonly bool IsLoggerWithBrackets(out int behind)
    {
        ReadOnlySpan<byte> rest = _line[_position..];
        behind = 0;
        if (rest.IndexOf((byte)'[') is <= 1 or > MaxNameLength)
        {
            return false;
        }

        int end = rest.IndexOf((byte)' ');
        behind = _position + Math.Max(end, 0);
        return end > 0 && rest[..end].IndexOf(".["u8) > 0 && rest[end..].TrimStart((byte)' ').StartsWith(": "u8);
    }

    /// <summary>A field that a tab closes; JSON after a tab belongs to the message before it.</summary>
    private readonly bool IsTabColumn(int next) => next + 1 < _line.Length && _line[next] == '\t' && _line[next + 1] != '{';

    /// <summary>A component in capitals with spaces after it that fill a column, as Windows' servicing log has it.</summary>
    private readonly bool IsPaddedColumn(ReadOnlySpan<byte> word, int next) =>
        !word.ContainsAnyExceptInRange((byte)'A', (byte)'Z') && _line[next..].StartsWith("  "u8);

    /// <summary>What follows a dash on its own is the message.</summary>
    private readonly bool IsDashNext(int at) => _line[at..].StartsWith(" - "u8);

    /// <summary>A program's name with its process id: <c>cron[314]</c>.</summary>
    private readonly bool IsProcess(HeaderToken token) => token.Next < _line.Length && _line[token.Next] == '[';

    private readonly bool IsBracketOrDashNext(int at)
    {
        ReadOnlySpan<byte> rest = _line[at..].TrimStart((byte)' ');
        return !rest.IsEmpty && rest[0] is (byte)'[' or (byte)'-';
    }

    private readonly HeaderToken Next()
    {
        if (_position >= _line.Length)
        {
            return default;
        }

        ReadOnlySpan<byte> rest = _line[_position..];
        int close = rest[0] switch
        {
            (byte)'[' => HeaderWords.FindClosing(rest, (byte)'[', (byte)']'),
            (byte)'(' => rest.IndexOf((byte)')'),
            (byte)'{' => rest.IndexOf((byte)'}'),
            (byte)'<' => rest.IndexOf((byte)'>'),
            _ => -1,
        };
        if (close > 0)
        {
            ByteRange inside = Trim(_position + 1, _position + close);
            return new HeaderToken(inside.Start, inside.End, _position + close + 1, IsBracketed: true, HasColon: false);
        }

        int length = rest.IndexOfAny(" \t|["u8);
        int next = _position + (length < 0 ? rest.Length : Math.Max(length, 1));
        bool colon = _line[next - 1] == ':';

        // Time and level may share a bracket that began before the header.
        bool mark = colon || _line[next - 1] == ']';
        return new HeaderToken(_position, Math.Max(_position + 1, mark ? next - 1 : next), next, IsBracketed: false, colon);
    }

    private readonly ByteRange Trim(int from, int to)
    {
        while (from < to && _line[from] == ' ')
        {
            from++;
        }

        while (from < to && _line[to - 1] == ' ')
        {
            to--;
        }

        return ByteRange.Between(from, to);
    }
}
