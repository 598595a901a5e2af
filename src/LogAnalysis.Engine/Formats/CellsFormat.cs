using System.Buffers;
using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Formats;

/// <summary>Rows of a table that has no header, of which one cell is the time, and one the level: without quotes the time is the second cell, and there is a level.</summary>
/// <remarks>
/// Source: RFC 4180; hMailServer's documentation, "Logging", whose rows begin with the kind of event, one of which is <c>ERROR</c>; exports of
/// Windows' Event Viewer that were cut.
/// </remarks>
internal sealed class CellsFormat() : LogFormat(
    "cells",
    "Rows of a table without a header: a cell is the time, another the level (hMailServer, parts of CSV)",
    "\"ERROR\"\t4711\t\"2025-01-24 07:00:30.139\"\t\"Severity: 2 (High), Code: HM4711, Description: could not reach the database\"")
{
    private const int MaxCells = 8;
    private const int MaxFirstLength = 40;

    /// <summary>What a first cell without quotes consists of: a level, a number, a name.</summary>
    private static readonly SearchValues<byte> NameBytes = SearchValues.Create(
        [.. "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-.@"u8, .. Enumerable.Range(0x80, 0x80).Select(other => (byte)other)]);

    /// <inheritdoc/>
    internal override string FirstBytes => FirstByte.Letters + FirstByte.Digits + "\"";

    /// <inheritdoc/>
    internal override string NeededMarks => "0";

    /// <inheritdoc/>
    internal override bool MayBegin(LineBeginning beginning) => beginning == LineBeginning.Other;

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        bool isQuoted = line[0] == '"';
        byte separator = isQuoted ? (byte)0 : FindSeparator(line);
        if (!isQuoted && separator == 0)
        {
            return false;
        }

        int last = -1;
        int cells = 0;
        fields = default;
        ByteRange message = default;
        for (int start = 0; cells < MaxCells && start < line.Length; cells++)
        {
            ByteRange cell = FindCell(line, start, separator);
            int next = cell.End + (line[start] == '"' ? 1 : 0);
            separator = separator == 0 && next < line.Length ? line[next] : separator;
            if (separator is not ((byte)',' or (byte)';' or (byte)'\t' or (byte)'|'))
            {
                return false;
            }

            if (TryTake(line, cell, ref fields))
            {
                last = next;
                message = default;
            }
            else if (message.IsEmpty && (cell.Of(line).Contains((byte)' ') || (start == last + 1 && next >= line.Length)))
            {
                message = cell;
            }

            start = next + 1;
        }

        fields.Message = message.Or(ByteRange.Between(Math.Min(last + 1, line.Length), line.Length));
        return cells > 1 && !fields.Timestamp.IsEmpty && (isQuoted || fields.HasLevel);
    }

    /// <summary>What separates a first cell without quotes from a second one that begins as a time does; 0 if nothing does.</summary>
    private static byte FindSeparator(ReadOnlySpan<byte> line)
    {
        int end = line[..Math.Min(line.Length, MaxFirstLength)].IndexOfAnyExcept(NameBytes);
        if (end <= 0 || line[end] is not ((byte)',' or (byte)';' or (byte)'|') || !char.IsAsciiLetterOrDigit((char)line[0]) || LeadingTimestamp.Match(line, out _) > 0)
        {
            return 0;
        }

        int time = LeadingTimestamp.Match(line[(end + 1)..], out bool hasDate);
        int next = end + 1 + time;
        return time > 0 && hasDate && next < line.Length && line[next] == line[end] ? line[end] : (byte)0;
    }

    /// <summary>Takes the time and the level, the first of each.</summary>
    private static bool TryTake(ReadOnlySpan<byte> line, ByteRange cell, ref LineFields fields)
    {
        ReadOnlySpan<byte> text = cell.Of(line);
        if (fields.Timestamp.IsEmpty && !text.IsEmpty && LeadingTimestamp.Match(text, out bool hasDate) == text.Length && hasDate)
        {
            fields.Timestamp = cell;
            return true;
        }

        LogLevel level = fields.HasLevel || text.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0 || LevelNames.IsAmbiguous(text) ? LogLevel.Unknown : WindowsLevels.Parse(text);
        fields.Level = level == LogLevel.Unknown ? fields.Level : level;
        fields.HasLevel |= level != LogLevel.Unknown;
        return level != LogLevel.Unknown;
    }

    /// <summary>What is in a cell, within its quotes, of which those that belong to the text are doubled.</summary>
    private static ByteRange FindCell(ReadOnlySpan<byte> line, int start, byte separator)
    {
        if (line[start] != '"')
        {
            int length = line[start..].IndexOf(separator);
            return ByteRange.Between(start, length < 0 ? line.Length : start + length);
        }

        int quote = DoubledQuotes.FindClosing(line, start + 1);
        return ByteRange.Between(start + 1, quote < 0 ? line.Length : quote);
    }
}
