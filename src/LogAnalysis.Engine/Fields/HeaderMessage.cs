using LogAnalysis.Text;

namespace LogAnalysis.Fields;

/// <summary>
/// Where the message begins behind a header: after bracketed groups, numbers, and a logger's name. That is any word before a dash, bar or
/// colon on its own, or after a bracketed thread; before a colon otherwise, only what looks like a name.
/// </summary>
internal static class HeaderMessage
{
    /// <summary>No known layout puts more than this between the level and the message; it bounds the work on a hostile line.</summary>
    private const int MaxTokens = 8;

    /// <summary>Loggers' names are not longer than that before a bracket.</summary>
    private const int MaxNameLength = 80;

    /// <summary>Finds the message from a position in the header on.</summary>
    public static int Find(ReadOnlySpan<byte> line, int start)
    {
        if (HeaderProgram.FindBehind(line, start) is int behindProgram and > 0)
        {
            return behindProgram;
        }

        var reader = new HeaderReader(line, start);
        bool afterThread = false;
        for (int i = 0; i < MaxTokens; i++)
        {
            reader.SkipSeparators();
            HeaderToken token = reader.Peek();
            if (token.Next < line.Length && !token.IsBracketed && line[token.Next] == '[' && IsLoggerWithBrackets(line, reader.Position, out int behind))
            {
                reader.Position = behind;
                break;
            }

            if (token.IsEmpty || token.Next >= line.Length)
            {
                break;
            }

            ReadOnlySpan<byte> word = line[token.Start..token.End];
            int colon = token.IsBracketed ? -1 : word.IndexOf((byte)':');
            if (!token.IsBracketed && char.IsAsciiDigit((char)word[0]) && ClientAddress.IsAddress(word) && line[token.Next..].Contains((byte)'"'))
            {
                // The client of a request in quotes.
                break;
            }

            if (colon > 0 && IsSource(word, colon))
            {
                reader.Position = token.Next;
                continue;
            }

            if (colon > 0 && IsGluedLogger(word, colon))
            {
                reader.Position = token.Start + colon;
                break;
            }

            bool group = IsGroup(line, token, word);
            if (group || IsLogger(line, in reader, token, word, afterThread))
            {
                reader.Position = token.Next;
            }

            if (!group || (token.IsBracketed && line[token.Next..].StartsWith(" - "u8)))
            {
                break;
            }

            afterThread |= token.IsBracketed;
        }

        reader.SkipSeparators();
        return reader.Position;
    }

    /// <summary>A source line: <c>internal/queue.go:128</c>.</summary>
    private static bool IsSource(ReadOnlySpan<byte> word, int colon) =>
        colon + 1 < word.Length && DigitReader.IsNumber(word[(colon + 1)..]) && word[..colon].Contains((byte)'.');

    /// <summary>No space after the logger: <c>com.example:message</c>.</summary>
    private static bool IsGluedLogger(ReadOnlySpan<byte> word, int colon) =>
        colon + 1 < word.Length && word[colon + 1] != ':' && word[..colon].Contains((byte)'.');

    private static bool IsGroup(ReadOnlySpan<byte> line, HeaderToken token, ReadOnlySpan<byte> word) =>
        IsTabColumn(line, token.Next)
        || (token.IsBracketed && line[token.Next - 1] == ']')
        || (!token.IsBracketed && IsBracketOrDashNext(line, token.Next) && (DigitReader.IsNumber(word) || HeaderWords.IsQualifiedName(word)));

    private static bool IsLogger(ReadOnlySpan<byte> line, ref readonly HeaderReader reader, HeaderToken token, ReadOnlySpan<byte> word, bool afterThread) =>
        !token.IsBracketed
        && (reader.IsSeparatorAt(token.Next) || (token.HasColon && (afterThread || HeaderWords.IsLoggerName(word))) || IsPaddedColumn(line, word, token.Next))
        && !ExceptionNames.MatchesQualified(word) && !ErrorPhrases.IsCode(word) && !ErrorKeywords.IsKeyword(word);

    /// <summary>A logger of Spring's that stands for a servlet: <c>o.a.c.c.C.[.[.[/].[dispatcherServlet]    : message</c>.</summary>
    private static bool IsLoggerWithBrackets(ReadOnlySpan<byte> line, int at, out int behind)
    {
        ReadOnlySpan<byte> rest = line[at..];
        behind = 0;
        if (rest.IndexOf((byte)'[') is <= 1 or > MaxNameLength)
        {
            return false;
        }

        int end = rest.IndexOf((byte)' ');
        behind = at + Math.Max(end, 0);
        return end > 0 && rest[..end].IndexOf(".["u8) > 0 && rest[end..].TrimStart((byte)' ').StartsWith(": "u8);
    }

    /// <summary>A field that a tab closes; JSON after a tab belongs to the message before it.</summary>
    private static bool IsTabColumn(ReadOnlySpan<byte> line, int next) => next + 1 < line.Length && line[next] == '\t' && line[next + 1] != '{';

    /// <summary>A component in capitals with spaces after it that fill a column, as Windows' servicing log has it.</summary>
    private static bool IsPaddedColumn(ReadOnlySpan<byte> line, ReadOnlySpan<byte> word, int next) =>
        !word.ContainsAnyExceptInRange((byte)'A', (byte)'Z') && line[next..].StartsWith("  "u8);

    private static bool IsBracketOrDashNext(ReadOnlySpan<byte> line, int at)
    {
        ReadOnlySpan<byte> rest = line[at..].TrimStart((byte)' ');
        return !rest.IsEmpty && rest[0] is (byte)'[' or (byte)'-';
    }
}
