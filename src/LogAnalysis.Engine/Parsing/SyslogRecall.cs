using LogAnalysis.Fields;
using LogAnalysis.Formats;
using LogAnalysis.Model;
using LogAnalysis.Text;

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
    public static bool TryRecall(ReadOnlySpan<byte> line, EntryState state, ref LineFields fields) =>
        UsualSyslogHeader.TryMatch(line, out UsualSyslogHeader header)
        && (TryTakeLabel(line, in header, ref fields) || TryTake(line, in header, ref fields))
        && !state.MayContinueTrace(line, SyslogFormat.Instance, in fields);

    private static bool TryTake(ReadOnlySpan<byte> line, in UsualSyslogHeader header, ref LineFields fields)
    {
        SyslogFormat.TakeUsual(line, in header, ref fields);
        return EmbeddedEntry.Unwrap(line, SyslogFormat.Instance, ref fields) == SyslogFormat.Instance && !fields.ContinuesEntry;
    }

    /// <summary>The message begins with a level, as most programs write it that were not made for syslog. The priority that a line was sent with goes before it.</summary>
    private static bool TryTakeLabel(ReadOnlySpan<byte> line, in UsualSyslogHeader header, ref LineFields fields)
    {
        ReadOnlySpan<byte> text = line[header.Message..];
        bool mayBeLabel = text.Length > 1 && char.IsAsciiLetterUpper((char)text[0]) && char.IsAsciiLetterUpper((char)text[1]);
        if (!mayBeLabel || !LogFormats.IsLabelled(text))
        {
            return false;
        }

        int label = text.IndexOf((byte)' ');
        bool isLevel = LevelNames.TryParseLabel(text[..label], out LogLevel level);
        fields = default;
        fields.Timestamp = header.Timestamp;
        fields.HasLevel = true;
        fields.Level = header.HasLevel ? header.Level : level;
        fields.Message = ByteRange.Between(header.Message + label + 1, line.Length);
        return isLevel && !RequestMessage.TryFind(line, fields.Message, ref fields);
    }
}
