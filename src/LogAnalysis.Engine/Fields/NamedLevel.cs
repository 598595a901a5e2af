using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Fields;

/// <summary>A level that a header has beside its name, or beside that of the event: <c>Level: INFO, Message: order placed</c>, <c>[node1:raid.disk:error]:</c>.</summary>
/// <remarks>Source: NetApp, ONTAP EMS messages, node, event and severity; Extreme Networks, ExtremeXOS Event Management System, <c>&lt;Warn:Kern.Card&gt;</c>; XenServer, <c>xensource.log</c>.</remarks>
internal static class NamedLevel
{
    /// <summary>Reads it.</summary>
    /// <param name="line">The line.</param>
    /// <param name="token">The token.</param>
    /// <param name="word">Its text.</param>
    /// <param name="level">Receives the level.</param>
    /// <param name="behind">Receives where the header goes on, where that is further than the token.</param>
    public static bool TryRead(ReadOnlySpan<byte> line, HeaderToken token, ReadOnlySpan<byte> word, out LogLevel level, ref int behind)
    {
        level = LogLevel.Unknown;
        return token.IsBracketed ? TryReadGroup(line, token, word, out level) : token.HasColon && TryReadLabel(line, token, word, out level, ref behind);
    }

    /// <summary>A level behind its name and a colon, with a message behind it, whose name is skipped.</summary>
    private static bool TryReadLabel(ReadOnlySpan<byte> line, HeaderToken token, ReadOnlySpan<byte> word, out LogLevel level, ref int behind)
    {
        level = LogLevel.Unknown;
        if (!IsName(word))
        {
            return false;
        }

        ByteRange value = new WordReader(line, token.Next).Next();
        if (value.End == line.Length || !LevelNames.TryParse(value.Of(line).TrimEnd(",;"u8), out level))
        {
            return false;
        }

        var next = new HeaderReader(line, value.End);
        next.SkipSeparators();
        HeaderToken label = next.Peek();
        behind = label.HasColon && FieldNames.Find(line[label.Start..label.End]) == FieldKind.Message ? label.Next : value.End;
        return true;
    }

    /// <summary><c>[Level: INFO]</c>, <c>[node1:raid.disk.missing:error]:</c>, <c>&lt;Warn:Kern.Card.Alert&gt;</c>.</summary>
    private static bool TryReadGroup(ReadOnlySpan<byte> line, HeaderToken token, ReadOnlySpan<byte> word, out LogLevel level)
    {
        if (TryReadFirst(word, out level))
        {
            return true;
        }

        int first = word.IndexOf((byte)':');
        if (first <= 0 || first + 1 == word.Length)
        {
            return false;
        }

        if (line[token.Start - 1] == '<')
        {
            return LevelNames.TryParse(word[..first], out level);
        }

        int last = word.LastIndexOf((byte)':');
        bool isEvent = last > first && token.Next < line.Length && line[token.Next] == ':' && word[first..last].Contains((byte)'.');
        return (isEvent && LevelNames.TryParse(word[(last + 1)..], out level))
            || (word[first + 1] == ' ' && IsName(word[..first]) && LevelNames.TryParse(word[(first + 2)..], out level));
    }

    /// <summary>The level is the first of what is in a bracket with bars between: <c>[ info|xen1|12 |task|xapi]</c>.</summary>
    private static bool TryReadFirst(ReadOnlySpan<byte> word, out LogLevel level)
    {
        int bar = word.IndexOf((byte)'|');
        level = LogLevel.Unknown;
        return bar > 0 && word[(bar + 1)..].Contains((byte)'|') && LevelNames.TryParse(word[..bar], out level);
    }

    private static bool IsName(ReadOnlySpan<byte> word) => FieldNames.Find(word) is FieldKind.Level or FieldKind.Severity;
}
