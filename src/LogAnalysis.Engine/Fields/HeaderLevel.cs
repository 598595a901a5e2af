using System.Buffers;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Fields;

/// <summary>The level that a word or group of a line's header is or holds.</summary>
internal static class HeaderLevel
{
    private static readonly SearchValues<byte> TopicBytes = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-,"u8);

    private static readonly WordTable<LogLevel> TopicLevels = new(
        (LogLevel.Debug, "debug"),
        (LogLevel.Information, "info"),
        (LogLevel.Warning, "warning"),
        (LogLevel.Error, "error"),
        (LogLevel.Critical, "critical"));

    /// <summary>Reads it.</summary>
    /// <param name="line">The line.</param>
    /// <param name="reader">The header, at the token.</param>
    /// <param name="token">The token.</param>
    /// <param name="context">What is before it.</param>
    /// <param name="level">Receives the level.</param>
    /// <param name="behind">Receives where the header goes on.</param>
    public static bool TryRead(
        ReadOnlySpan<byte> line, ref readonly HeaderReader reader, HeaderToken token, HeaderContext context, out LogLevel level, out int behind)
    {
        ReadOnlySpan<byte> word = line[token.Start..token.End];
        int mark = word.IndexOfAny((byte)':', (byte)';', (byte)',');
        if (mark > 0 && (LevelNames.TryParseCapitals(word[..mark], out level) || (IsCell(line, token, word[mark]) && (LevelNames.TryParse(word[..mark], out level) || LevelNames.TryParseLetter(word[..mark], out level)))))
        {
            // No space after the level: 10:22:40,672:DEBUG:message.
            behind = token.Start + mark + (word[mark] == ',' ? 1 : 0);
            return true;
        }

        behind = token.Next;
        if (mark > 0 && word[mark] == ',' && TryReadTopics(word, out level))
        {
            return true;
        }

        bool isFirst = context.HasFlag(HeaderContext.AfterTime);
        if (TryReadGraded(line, token, word, ref behind))
        {
            level = LogLevel.Debug;
            return true;
        }

        return MarkedLevel.TryReadNumbered(line, token, out level)
            || TryReadMark(line, token, word, out level)
            || TryReadWord(line, in reader, token, word, context, out level)
            || (token.HasColon && (TryReadLabel(line, in reader, token, word, out level) || TryReadNumbered(word, context, out level)))
            || (token.IsBracketed && HeaderWords.IsThreadAndLevel(word, out level))
            || (LetterLevel.IsPlace(line, token, context) && LevelNames.TryParseLetter(word, out level))
            || (isFirst && !LetterLevel.IsGlued(line, token) && IsShort(line, token, word, out level))
            || MarkedLevel.TryRead(line, token, isFirst, out level, ref behind)
            || (isFirst && (SyslogSeverity.TryParseVmware(word, out level) || MessageCode.TryParse(word, out level)))
            || (token.IsBracketed && isFirst && TryReadThird(word, out level))
            || TryReadPair(word, out level)
            || NamedLevel.TryRead(line, token, word, out level, ref behind)
            || SyslogSeverity.TryParseSelector(word, out level)
            || EximDelivery.TryRead(line, token, out level)
            || ((isFirst || word.Length > 2) && UnifiedLogType.TryRead(line, token, word, out level));
    }

    /// <summary>Whether the mark that ends a word, a comma or semicolon, is before it too: <c>2025-01-24 07:00:30;Warning;the disk is full</c>.</summary>
    private static bool IsCell(ReadOnlySpan<byte> line, HeaderToken token, byte mark) => mark != ':' && token.Start > 0 && line[token.Start - 1] == mark;

    /// <summary>MikroTik's topics, of which one is a level: <c>system,error,critical</c>, <c>dhcp,info</c>.</summary>
    private static bool TryReadTopics(ReadOnlySpan<byte> word, out LogLevel level)
    {
        level = LogLevel.Unknown;
        if (word.ContainsAnyExcept(TopicBytes))
        {
            return false;
        }

        while (!word.IsEmpty)
        {
            int comma = word.IndexOf((byte)',');
            ReadOnlySpan<byte> topic = comma < 0 ? word : word[..comma];
            level = TopicLevels.TryFind(topic, out LogLevel found) && found > level ? found : level;
            word = comma < 0 ? default : word[(comma + 1)..];
        }

        return level != LogLevel.Unknown;
    }

    /// <summary>BIND grades its messages for debugging: <c>debug 3: message</c>.</summary>
    private static bool TryReadGraded(ReadOnlySpan<byte> line, HeaderToken token, ReadOnlySpan<byte> word, ref int behind)
    {
        if (!word.SequenceEqual("debug"u8) || token.Next >= line.Length || line[token.Next] != ' ')
        {
            return false;
        }

        int digits = DigitReader.CountLeading(line[(token.Next + 1)..]);
        int end = token.Next + 1 + digits;
        behind = digits > 0 && end < line.Length && line[end] == ':' ? end : behind;
        return behind == end;
    }

    /// <summary>SQL Server's agent marks its messages, before their number: <c>- ! [298] message</c>, <c>- + [396] message</c>, <c>- ? [100] message</c>.</summary>
    private static bool TryReadMark(ReadOnlySpan<byte> line, HeaderToken token, ReadOnlySpan<byte> word, out LogLevel level)
    {
        level = word is [(byte)'!'] ? LogLevel.Error : word is [(byte)'+'] ? LogLevel.Warning : word is [(byte)'?'] ? LogLevel.Information : LogLevel.Unknown;
        ReadOnlySpan<byte> rest = level == LogLevel.Unknown ? default : line[token.Next..];
        int digits = rest.StartsWith(" ["u8) ? DigitReader.CountLeading(rest[2..]) : 0;
        return digits > 0 && rest[(2 + digits)..].StartsWith("] "u8);
    }

    /// <summary>A word in capitals, or one that is set off from prose, so that its case does not matter.</summary>
    private static bool TryReadWord(
        ReadOnlySpan<byte> line, ref readonly HeaderReader reader, HeaderToken token, ReadOnlySpan<byte> word, HeaderContext context, out LogLevel level)
    {
        if (!LevelNames.TryParse(word, out level))
        {
            return word is [(byte)'"', .., (byte)'"'] && LevelNames.TryParseCapitals(word[1..^1], out level);
        }

        if (!word.ContainsAnyInRange((byte)'a', (byte)'z') || token.IsBracketed)
        {
            return token.HasColon || token.IsBracketed || !context.HasFlag(HeaderContext.InMessage) || !LevelNames.IsAmbiguous(word);
        }

        bool isClosed = token.HasColon || (context.HasFlag(HeaderContext.AfterSeparator) && reader.IsSeparatorAt(token.Next));
        bool isColumn = context.HasFlag(HeaderContext.AfterName) && (reader.IsColumnEnd(token.Next) || line[token.Next..].StartsWith(" <"u8) || IsGradeNext(line[token.Next..]));
        bool isSetOff = isClosed || isColumn || (context & (HeaderContext.AfterTime | HeaderContext.AfterNumber)) != 0;
        bool isProse = isClosed ? LevelNames.IsCommon(word) && !context.HasFlag(HeaderContext.AfterName) : LevelNames.BeginsSentences(word);
        return isSetOff && !isProse && !(isClosed ? LevelNames.IsAmbiguous(word) && IsCategory(line, token) : IsName(line, token, level));
    }

    /// <summary>Veeam writes how important a message is behind its level: <c>Warning (3)    message</c>.</summary>
    private static bool IsGradeNext(ReadOnlySpan<byte> rest) => rest is [(byte)' ', (byte)'(', >= (byte)'0' and <= (byte)'9', (byte)')', (byte)' ', ..];

    /// <summary>BIND has a category 'config', and others may have one that is called like a level; the level is behind it.</summary>
    private static bool IsCategory(ReadOnlySpan<byte> line, HeaderToken token)
    {
        var next = new HeaderReader(line, token.Next);
        next.SkipSeparators();
        HeaderToken label = next.Peek();
        return label.HasColon && LevelNames.TryParse(line[label.Start..label.End], out _);
    }

    /// <summary>Whether a word begins a text that is about something called after errors: <c>Error log was initialized</c>.</summary>
    private static bool IsName(ReadOnlySpan<byte> line, HeaderToken token, LogLevel level) =>
        level >= LogLevel.Error && KeywordNames.IsPartOfName(new TextWord(line, token.Start, token.End));

    /// <summary>
    /// Monolog's channel, <c>production.ERROR:</c>; the node of a build, <c>1>Warning:</c>; VMware's processor, <c>cpu12:2097412)WARNING:</c>. BIND's
    /// category of servers that do not answer for a zone has one level.
    /// </summary>
    private static bool TryReadLabel(ReadOnlySpan<byte> line, ref readonly HeaderReader reader, HeaderToken token, ReadOnlySpan<byte> word, out LogLevel level)
    {
        int processor = word.StartsWith("cpu"u8) ? word.IndexOf((byte)')') : -1;
        int node = word.IndexOf((byte)'>');
        if (word.SequenceEqual("lame-servers"u8) && !IsCategory(line, token))
        {
            level = LogLevel.Information;
            return true;
        }

        return processor > 0 ? LevelNames.TryParseCapitals(word[(processor + 1)..], out level)
            : node > 0 && DigitReader.IsNumber(word[..node])
            ? LevelNames.TryParse(word[(node + 1)..], out level)
            : LevelNames.TryParseCapitals(word[(word.LastIndexOf((byte)'.') + 1)..], out level);
    }

    /// <summary>VMware's services write thread, level and quoted component in one bracket: <c>[7F012 error 'vpxd' opID=1] message</c>.</summary>
    private static bool TryReadThird(ReadOnlySpan<byte> word, out LogLevel level)
    {
        var words = new WordReader(word, 0);
        ReadOnlySpan<byte> thread = words.Next().Of(word);
        ReadOnlySpan<byte> name = words.Next().Of(word);
        level = LogLevel.Unknown;
        return HexReader.IsNumber(thread) && words.Rest.StartsWith(" '"u8) && LevelNames.TryParse(name, out level);
    }

    /// <summary>A level by its name among other words: <c>severity=INFO</c>.</summary>
    private static bool TryReadPair(ReadOnlySpan<byte> word, out LogLevel level)
    {
        int mark = word.IndexOf((byte)'=');
        level = LogLevel.Unknown;
        return mark > 0 && FieldNames.Find(word[..mark]) is FieldKind.Level or FieldKind.Severity && LevelNames.TryParse(word[(mark + 1)..].Trim("\"'"u8), out level);
    }

    /// <summary>The messages of VMware's virtual machines: <c>| vmx| E105: message</c>.</summary>
    private static bool TryReadNumbered(ReadOnlySpan<byte> word, HeaderContext context, out LogLevel level)
    {
        level = LogLevel.Unknown;
        return word.Length == 4 && context.HasFlag(HeaderContext.AfterSeparator) && DigitReader.IsNumber(word[1..]) && LevelNames.TryParseLetter(word[..1], out level);
    }

    /// <summary>
    /// <c>critical/ApiListener:</c> as Icinga, <c>ERROR/MainProcess]</c> as Celery, <c>[E]</c>, <c>E |</c>, <c>E:</c> and <c>E!</c> as many
    /// short formats have it.
    /// </summary>
    private static bool IsShort(ReadOnlySpan<byte> line, HeaderToken token, ReadOnlySpan<byte> word, out LogLevel level)
    {
        // GlusterFS, behind a time in brackets and before a group in them.
        if (word.Length == 1 && token.Start > 1 && line[token.Start - 2] == ']' && line[token.Next..].StartsWith(" ["u8))
        {
            return LevelNames.TryParseLetter(word, out level);
        }

        int slash = word.IndexOf((byte)'/');
        if (slash > 0 && (token.HasColon || line[token.Next - 1] == ']'))
        {
            return LevelNames.TryParse(word[..slash], out level) || (token.HasColon && slash == 1 && !word.SequenceEqual("I/O"u8) && LevelNames.TryParseLetter(word[..1], out level));
        }

        // C: and D: are drives, (C) says whose the program is.
        bool isCell = word.Length == 1 && token.Start > 0 && line[token.Start - 1] is (byte)'|' or (byte)'\t' && token.Next < line.Length && line[token.Next] == line[token.Start - 1];
        bool isLetter = isCell || (token.IsBracketed && (line[token.Next - 1] != ')' || word is not [(byte)'C'])) || line[token.Next..].StartsWith(" | "u8) || (token.HasColon && word[0] is (byte)'E' or (byte)'W' or (byte)'I');
        bool isMarked = word is [_, (byte)'!'];

        // TeamCity's, glued to the time in brackets; F is of a failure.
        if (token.HasColon && token.Start > 0 && line[token.Start - 1] == ']' && word is [(byte)'F'])
        {
            level = LogLevel.Error;
            return true;
        }

        level = LogLevel.Unknown;
        return (isLetter || isMarked) && LevelNames.TryParseLetter(isMarked ? word[..1] : word, out level);
    }
}
