using LogAnalysis.Text;

namespace LogAnalysis.Fields;

/// <summary>A level that a header sets off with marks, or with the name of the list that it is from: <c>*ERROR*</c>, <c>LogLevel.ERROR</c>, <c>LOG3[ui]:</c>.</summary>
/// <remarks>Source: stunnel(8), its log files: the severity of syslog behind <c>LOG</c>; Python and others print members of an enumeration with the name of that.</remarks>
internal static class MarkedLevel
{
    private static readonly WordTable<bool> Lists = new((true, "level loglevel logginglevel log_level severity logseverity"));

    private static ReadOnlySpan<byte> LenticularOpen => "【"u8;

    private static ReadOnlySpan<byte> LenticularClose => "】"u8;

    /// <summary>Reads it.</summary>
    /// <param name="line">The line.</param>
    /// <param name="token">The token.</param>
    /// <param name="isFirst">Whether the time is directly before it.</param>
    /// <param name="level">Receives the level.</param>
    /// <param name="behind">Receives where the header goes on, where that is not behind the token.</param>
    public static bool TryRead(ReadOnlySpan<byte> line, HeaderToken token, bool isFirst, out LogLevel level, ref int behind)
    {
        ReadOnlySpan<byte> word = line[token.Start..token.End];
        return (isFirst && (TryReadSetOff(word, token.IsBracketed, out level) || TryReadLenticular(word, token, out level, ref behind)))
            || TryReadMember(word, out level);
    }

    /// <summary>The severity of syslog behind <c>LOG</c>, before a thread: <c>LOG3[0]: message</c>.</summary>
    public static bool TryReadNumbered(ReadOnlySpan<byte> line, HeaderToken token, out LogLevel level)
    {
        bool isNumbered = line[token.Start..token.End] is [(byte)'L', (byte)'O', (byte)'G', >= (byte)'0' and <= (byte)'7'] && token.Next < line.Length && line[token.Next] == '[';
        level = isNumbered ? SyslogSeverity.ToLevel(line[token.End - 1] - '0') : LogLevel.Unknown;
        return isNumbered;
    }

    /// <summary>In capitals between marks that make it stand out: <c>*ERROR*</c>, <c>'ERROR'</c>, <c>#ERROR</c>, <c>ERROR></c>, <c>[[ERROR]]</c>.</summary>
    private static bool TryReadSetOff(ReadOnlySpan<byte> word, bool isBracketed, out LogLevel level)
    {
        ReadOnlySpan<byte> name = isBracketed ? word.TrimStart((byte)'[').TrimEnd((byte)']').Trim((byte)' ') : word;
        name = name.Trim("*'#>=~!-"u8);
        level = LogLevel.Unknown;
        return name.Length > 1 && name.Length < word.Length && !LevelNames.IsAmbiguous(name) && LevelNames.TryParseCapitals(name, out level);
    }

    /// <summary>In the brackets of Chinese and Japanese, behind which no blank is needed.</summary>
    private static bool TryReadLenticular(ReadOnlySpan<byte> word, HeaderToken token, out LogLevel level, ref int behind)
    {
        int close = word.StartsWith(LenticularOpen) ? word.IndexOf(LenticularClose) : -1;
        level = LogLevel.Unknown;
        bool isLevel = close > 0 && LevelNames.TryParse(word[LenticularOpen.Length..close], out level);
        behind = isLevel ? token.Start + close + LenticularClose.Length : behind;
        return isLevel;
    }

    /// <summary>A member of an enumeration of levels: <c>LogLevel.ERROR</c>, <c>Level.SEVERE</c>.</summary>
    private static bool TryReadMember(ReadOnlySpan<byte> word, out LogLevel level)
    {
        int point = word.IndexOf((byte)'.');
        level = LogLevel.Unknown;
        return point > 0 && Lists.Contains(word[..point]) && LevelNames.TryParse(word[(point + 1)..], out level);
    }
}
