using System.Buffers;

namespace LogAnalysis.Formats.Fields;

/// <summary>
/// Walks over what stands between a line's time and its message: level, thread, logger, process id, in whatever order and
/// brackets. It goes on only while a token looks like part of a header, so that a level's name in the message is not taken for one.
/// </summary>
internal ref struct HeaderScanner(ReadOnlySpan<byte> line, int start)
{
    /// <summary>No known layout puts more than this before the level; it bounds the work on a hostile line.</summary>
    private const int MaxTokens = 8;

    /// <summary>How far the end of a group in brackets is looked for where it holds brackets itself.</summary>
    private const int LongestGroup = 256;

    /// <summary>Loggers' names are not longer than that before a bracket.</summary>
    private const int LongestName = 80;

    /// <summary>What names of threads, loggers and hosts contain and words of prose do not.</summary>
    private static readonly SearchValues<byte> NameMarks = SearchValues.Create("._/$#@=-"u8);

    private readonly ReadOnlySpan<byte> _line = line;
    private readonly int _start = start;
    private int _position = start;

    /// <summary>Moves behind the level, or leaves the position where the header began.</summary>
    public bool FindLevel(out LogLevel level)
    {
        bool afterSeparator = false;
        bool mayBePlainWord = true;
        bool afterNumber = false;
        for (int i = 0; i < MaxTokens; i++)
        {
            afterSeparator |= SkipSeparators();
            HeaderToken token = Next();
            if (token.IsEmpty)
            {
                break;
            }

            ReadOnlySpan<byte> word = _line[token.Start..token.End];
            int colon = word.IndexOf((byte)':');
            if (colon > 0 && LevelNames.TryParseCapitals(word[..colon], out level))
            {
                // No blank behind the level: 10:22:40,672:DEBUG:message.
                _position = token.Start + colon;
                return true;
            }

            if (token.HasColon && LevelNames.TryParseCapitals(word[(word.LastIndexOf((byte)'.') + 1)..], out level))
            {
                // Monolog's channel: production.ERROR: message.
                _position = token.Next;
                return true;
            }

            if ((i == 0 && IsFacility(word, token, out level)) || (token.IsBracketed && IsThreadAndLevel(word, out level)))
            {
                _position = token.Next;
                return true;
            }

            bool marked = token.IsBracketed || i == 0 || token.HasColon || afterNumber || (afterSeparator && IsSeparatorNext(token.Next));
            if (marked ? LevelNames.TryParse(word, out level) : LevelNames.TryParseCapitals(word, out level))
            {
                _position = token.Next;
                return true;
            }

            bool named = token.IsBracketed || IsIdentifier(word) || IsProcess(token) || (i == 0 && IsZoneName(word)) || (IsSeparatorNext(token.Next) && !token.HasColon);
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

    /// <summary>
    /// Where the message begins: behind bracketed groups, numbers, and a logger's name. That is any word before a dash, bar or
    /// colon that stands by itself, or behind a bracketed thread; before a colon otherwise, only what looks like a name.
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
                // No blank behind the logger: com.example:message.
                _position = token.Start + colon;
                break;
            }

            bool group = IsTabColumn(token.Next)
                || (token.IsBracketed && _line[token.Next - 1] == ']')
                || (!token.IsBracketed && IsBracketOrDashNext(token.Next) && (DigitReader.IsNumber(word) || IsQualifiedName(word)));
            bool logger = !token.IsBracketed
                && (IsSeparatorNext(token.Next) || (token.HasColon && (afterThread || IsLoggerName(word))) || IsPaddedColumn(word, token.Next));
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

    /// <summary>Passes blanks and the marks between the fields of a header; true when there was a mark.</summary>
    private bool SkipSeparators()
    {
        int from = _position;
        while (_position < _line.Length && IsSeparator(_position))
        {
            _position++;
        }

        return _line[from.._position].ContainsAny("-|:"u8);
    }

    /// <summary>A dash separates only where a blank or another dash follows: <c>-5</c> and <c>-v</c> are text.</summary>
    private readonly bool IsSeparator(int at) => _line[at] switch
    {
        (byte)' ' or (byte)'\t' or (byte)'|' or (byte)':' => true,
        (byte)'-' => at + 1 >= _line.Length || _line[at + 1] is (byte)' ' or (byte)'-' or (byte)'\t',
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

    /// <summary><c>[Server thread/INFO]</c>, <c>[main:ERROR]</c>.</summary>
    private static bool IsThreadAndLevel(ReadOnlySpan<byte> word, out LogLevel level)
    {
        int mark = word.LastIndexOfAny((byte)'/', (byte)':');
        level = LogLevel.Unknown;
        return mark > 0 && LevelNames.TryParseCapitals(word[(mark + 1)..], out level);
    }

    /// <summary>A logger of Spring's that stands for a servlet: <c>o.a.c.c.C.[.[.[/].[dispatcherServlet]    : message</c>.</summary>
    private readonly bool IsLoggerWithBrackets(out int behind)
    {
        ReadOnlySpan<byte> rest = _line[_position..];
        behind = 0;
        if (rest.IndexOf((byte)'[') is <= 1 or > LongestName)
        {
            return false;
        }

        int end = rest.IndexOf((byte)' ');
        behind = _position + Math.Max(end, 0);
        return end > 0 && rest[..end].IndexOf(".["u8) > 0 && rest[end..].TrimStart((byte)' ').StartsWith(": "u8);
    }

    /// <summary>A field that a tab closes; JSON behind a tab belongs to the message before it.</summary>
    private readonly bool IsTabColumn(int next) => next + 1 < _line.Length && _line[next] == '\t' && _line[next + 1] != '{';

    /// <summary>A component in capitals with blanks behind it that fill a column, as Windows' servicing log has it.</summary>
    private readonly bool IsPaddedColumn(ReadOnlySpan<byte> word, int next) =>
        !word.ContainsAnyExceptInRange((byte)'A', (byte)'Z') && _line[next..].StartsWith("  "u8);

    /// <summary>What follows a dash that stands by itself is the message.</summary>
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
            (byte)'[' => FindClosing(rest, (byte)'[', (byte)']'),
            (byte)'(' => rest.IndexOf((byte)')'),
            (byte)'{' => rest.IndexOf((byte)'}'),
            (byte)'<' => rest.IndexOf((byte)'>'),
            _ => -1,
        };
        if (close > 0)
        {
            Slice inside = Trim(_position + 1, _position + close);
            return new HeaderToken(inside.Start, inside.End, _position + close + 1, IsBracketed: true, HasColon: false);
        }

        int length = rest.IndexOfAny(" \t|["u8);
        int next = _position + (length < 0 ? rest.Length : Math.Max(length, 1));
        bool colon = _line[next - 1] == ':';

        // Time and level may share a bracket that began before the header.
        bool mark = colon || _line[next - 1] == ']';
        return new HeaderToken(_position, Math.Max(_position + 1, mark ? next - 1 : next), next, IsBracketed: false, colon);
    }

    /// <summary>Where the bracket that a text begins with is closed: names in brackets may hold brackets.</summary>
    private static int FindClosing(ReadOnlySpan<byte> text, byte open, byte close)
    {
        int depth = 0;
        ReadOnlySpan<byte> near = text[..Math.Min(text.Length, LongestGroup)];
        for (int at = 0; at < near.Length; at++)
        {
            depth += near[at] == open ? 1 : near[at] == close ? -1 : 0;
            if (depth == 0)
            {
                return at;
            }
        }

        return text.IndexOf(close);
    }

    private readonly Slice Trim(int from, int to)
    {
        while (from < to && _line[from] == ' ')
        {
            from++;
        }

        while (from < to && _line[to - 1] == ' ')
        {
            to--;
        }

        return Slice.Between(from, to);
    }

    /// <summary>The abbreviation of a time zone: <c>CET</c>, <c>PDT</c>, <c>AEST</c>. Which offset it means nobody can tell for sure.</summary>
    private static bool IsZoneName(ReadOnlySpan<byte> word) =>
        word.Length is 3 or 4 && word[^1] == 'T' && !word.ContainsAnyExceptInRange((byte)'A', (byte)'Z');

    /// <summary>A logger's name before a group in brackets: <c>nova.compute.manager [req-38101a0b]</c>.</summary>
    private static bool IsQualifiedName(ReadOnlySpan<byte> word) => word[^1] != '.' && word.IndexOf((byte)'.') > 0 && !word.Contains((byte)':');

    private static bool IsIdentifier(ReadOnlySpan<byte> word) =>
        word.ContainsAnyInRange((byte)'0', (byte)'9') || word.IndexOfAny(NameMarks) > 0;

    private static bool IsLoggerName(ReadOnlySpan<byte> word) =>
        word.IndexOfAny(NameMarks) > 0 || (word.Length > 1 && word[1..].ContainsAnyInRange((byte)'A', (byte)'Z')) || word.Contains((byte)':');
}
