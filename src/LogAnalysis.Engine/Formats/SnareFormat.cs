using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Formats;

/// <summary>
/// Events of Windows as agents send them to syslog: <c>MSWinEventLog</c>, and behind tabs criticality, log, number, time, event id, source, user,
/// kind of user, type, computer, category, data, message.
/// </summary>
/// <remarks>
/// Source: Snare for Windows, "Guide to Snare for Windows", event format; NXLog, <c>to_syslog_snare</c>. The type is the event's level, and the
/// criticality is what the agent was told to make of it.
/// </remarks>
internal sealed class SnareFormat() : LogFormat(
    "snare",
    "Windows events behind tabs, mostly in syslog (Snare, NXLog)",
    "MSWinEventLog\t3\tApplication\t124\tFri Jan 24 07:00:30 2025\t1000\tShop\tN/A\tN/A\tError\tWEB1\tNone\t\tcould not reach the database\t17")
{
    private const int TimeColumn = 4;
    private const int TypeColumn = 9;
    private const int MessageColumn = 13;

    /// <inheritdoc/>
    internal override ContinuationRule Continuation => ContinuationRule.None;

    /// <inheritdoc/>
    internal override string FirstBytes => FirstByte.Letters + FirstByte.Digits;

    /// <inheritdoc/>
    internal override string NeededMarks => "\t";

    private static ReadOnlySpan<byte> Mark => "MSWinEventLog\t"u8;

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int start = FindMark(line);
        if (start < 0)
        {
            return false;
        }

        fields = default;
        int column = 0;
        for (; column < MessageColumn; column++)
        {
            int length = line[start..].IndexOf((byte)'\t');
            if (length < 0)
            {
                return false;
            }

            Take(line, column, new ByteRange(start, length), ref fields);
            start += length + 1;
        }

        int end = line[start..].LastIndexOf((byte)'\t');
        fields.Message = ByteRange.Between(start, end < 0 ? line.Length : start + end);
        return fields.HasLevel;
    }

    /// <summary>Where the mark is: at the beginning, or behind the name of the computer and a tab.</summary>
    private static int FindMark(ReadOnlySpan<byte> line)
    {
        if (line.StartsWith(Mark))
        {
            return 0;
        }

        int tab = line.IndexOf((byte)'\t');
        return tab > 0 && line[(tab + 1)..].StartsWith(Mark) && !line[..tab].Contains((byte)' ') ? tab + 1 : -1;
    }

    private static void Take(ReadOnlySpan<byte> line, int column, ByteRange value, ref LineFields fields)
    {
        switch (column)
        {
            case TimeColumn:
                fields.Timestamp = value;
                break;
            case TypeColumn:
                fields.HasLevel = true;
                fields.Level = WindowsLevels.ParseEntryType(value.Of(line));
                break;
        }
    }
}
