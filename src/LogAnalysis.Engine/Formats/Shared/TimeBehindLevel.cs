using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Formats;

/// <summary>The time that may be behind the level with which a line begins.</summary>
internal static class TimeBehindLevel
{
    private const int MaxColumnLength = 40;

    /// <summary>The dtexec of SQL Server writes <c>Error: 2025-01-24 07:00:30.13</c>, and the message below it; the time may be in a bracket.</summary>
    public static bool IsBehindColon(ReadOnlySpan<byte> line, int colon) =>
        line[colon..].StartsWith(": "u8) && LeadingTimestamp.Match(line[(colon + 2)..].TrimStart((byte)'['), out bool hasDate) > 0 && hasDate;

    /// <summary>The time follows alone, as AnyDesk writes it, or behind a dash or bar: <c>warning 2025-01-24 07:00:30.139 message</c>, <c>Error - 2025-...</c>.</summary>
    public static bool IsBehindBlanks(ReadOnlySpan<byte> line, int at)
    {
        ReadOnlySpan<byte> rest = line[at..].TrimStart(" -|"u8);
        return !rest.IsEmpty && char.IsAsciiDigit((char)rest[0]) && LeadingTimestamp.Match(rest, out bool hasDate) > 0 && hasDate;
    }

    /// <summary>Some write the time after the level: <c>ERROR 2025-01-24 07:00:30,139 orders: message</c>, <c>ERROR [main] 2025-...</c>.</summary>
    public static void TakeWithMessage(ReadOnlySpan<byte> line, int at, ref LineFields fields)
    {
        int start = SkipMarks(line, at);
        fields.Message = ByteRange.Between(start, line.Length);
        for (int group = 0; group < 2 && start < line.Length; group++)
        {
            int inside = line[start] == '[' ? start + 1 : start;
            int time = Match(line[inside..], isBracketed: inside > start, out bool hasDate);
            if (time > 0 && hasDate)
            {
                int behind = inside + time;
                bool isBracketed = inside > start || line[0] == '[';
                int close = isBracketed ? line[behind..].IndexOf((byte)']') : -1;
                behind = close < 0 || line[behind..(behind + close)].Contains((byte)'[') ? behind : behind + close + 1;
                behind += line[behind..].StartsWith(". "u8) ? 1 : 0;
                fields.Timestamp = new ByteRange(inside, time);
                fields.Message = ByteRange.Between(new HeaderScanner(line, behind).FindMessage(), line.Length);
                return;
            }

            // A thread in brackets, or a column up to a bar, may be between.
            int end = inside > start ? line[start..].IndexOf("] "u8) : line[start..Math.Min(line.Length, start + MaxColumnLength)].IndexOf((byte)'|');
            if (end < 0)
            {
                return;
            }

            start = SkipMarks(line, start + end + 1);
        }
    }

    /// <summary>In brackets, a time may lack the year.</summary>
    public static int Match(ReadOnlySpan<byte> text, bool isBracketed, out bool hasDate)
    {
        int length = LeadingTimestamp.Match(text, out hasDate);
        if (length > 0 || !isBracketed)
        {
            return length;
        }

        hasDate = true;
        return BsdTimestamp.Match(text);
    }

    private static int SkipMarks(ReadOnlySpan<byte> line, int at)
    {
        int marks = line[at..].IndexOfAnyExcept(":- \t|"u8);
        return marks < 0 ? line.Length : at + marks;
    }
}
