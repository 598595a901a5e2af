using LogAnalysis.Fields;
using LogAnalysis.Formats;
using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Parsing;

/// <summary>
/// A shortcut for the lines that most logs of syslog consist of, by a header that no other format has: what they carry is looked for, and nothing else. The answer
/// is that of the long way.
/// </summary>
internal static class SyslogRecall
{
    /// <summary>Takes a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="state">The entry before it, which it may go on with.</param>
    /// <param name="fields">Receives its fields.</param>
    /// <returns>Whether it begins an entry of syslog; false where the long way has to tell.</returns>
    public static bool TryRecall(ReadOnlySpan<byte> line, EntryState state, ref LineFields fields)
    {
        int message = UsualSyslogHeader.Match(line);
        return message > 0
            && (TryTakeLabel(line, message, ref fields) || TryTake(line, message, ref fields))
            && !state.MayContinueTrace(line, SyslogFormat.Instance, in fields);
    }

    private static bool TryTake(ReadOnlySpan<byte> line, int message, ref LineFields fields)
    {
        SyslogFormat.TakeUsual(line, message, ref fields);
        return EmbeddedEntry.Unwrap(line, SyslogFormat.Instance, ref fields) == SyslogFormat.Instance && !fields.ContinuesEntry;
    }

    /// <summary>The message begins with a level, as most programs write it that were not made for syslog.</summary>
    private static bool TryTakeLabel(ReadOnlySpan<byte> line, int message, ref LineFields fields)
    {
        ReadOnlySpan<byte> text = line[message..];
        bool mayBeLabel = text.Length > 1 && char.IsAsciiLetterUpper((char)text[0]) && char.IsAsciiLetterUpper((char)text[1]);
        if (!mayBeLabel || !LogFormats.IsLabelled(text))
        {
            return false;
        }

        int label = text.IndexOf((byte)' ');
        fields = default;
        fields.Timestamp = new ByteRange(0, BsdTimestamp.UsualLength);
        fields.Message = ByteRange.Between(message + label + 1, line.Length);
        fields.HasLevel = LevelNames.TryParse(text[..label], out fields.Level);
        return !LevelNames.IsAmbiguous(text[..label]) && !RequestMessage.TryFind(line, fields.Message, ref fields);
    }
}
