using System.Buffers;
using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Formats;

/// <summary>Palo Alto's GlobalProtect: process and thread, level and line, time, message; in older versions the level behind the time.</summary>
/// <remarks>Source: Palo Alto Networks, knowledge base, "How to read GlobalProtect logs": <c>PanGPS.log</c>, <c>PanGPA.log</c>.</remarks>
internal sealed class GlobalProtectFormat() : LogFormat(
    "globalprotect",
    "GlobalProtect: process and thread, level, line, time",
    "(P4711-T314)Error( 17): 01/24/25 07:00:30:139 Could not reach the portal")
{
    private const int MaxThreadLength = 24;

    private static readonly SearchValues<byte> ThreadBytes = SearchValues.Create("0123456789PT-"u8);

    /// <inheritdoc/>
    internal override string FirstBytes => "(";

    /// <inheritdoc/>
    internal override string NeededMarks => ":";

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int close = line[..Math.Min(line.Length, MaxThreadLength)].IndexOf((byte)')');
        if (close < 3 || line[0] != '(' || line[1] is not ((byte)'P' or (byte)'T') || line[1..close].ContainsAnyExcept(ThreadBytes))
        {
            return false;
        }

        int at = SkipBlanks(line, close + 1);
        int time = LeadingTimestamp.Match(line[at..], out bool hasDate);
        int header = time > 0 ? SkipBlanks(line, at + time) : at;
        int length = MatchLevel(line[header..], out LogLevel level);
        int behind = SkipBlanks(line, header + length);
        int start = time > 0 ? at : behind;
        time = time > 0 ? time : LeadingTimestamp.Match(line[behind..], out hasDate);
        if (length == 0 || time == 0 || !hasDate)
        {
            return false;
        }

        fields = default;
        fields.HasLevel = true;
        fields.Level = level;
        fields.Timestamp = new ByteRange(start, time);
        fields.Message = ByteRange.Between(SkipBlanks(line, Math.Max(behind, start + time)), line.Length);
        return true;
    }

    /// <summary>The level, and the line of the source in parentheses, both padded: <c>Info ( 123):</c>; 0 if there is none.</summary>
    private static int MatchLevel(ReadOnlySpan<byte> text, out LogLevel level)
    {
        int open = text[..Math.Min(text.Length, MaxThreadLength)].IndexOf((byte)'(');
        int close = open <= 0 ? -1 : text[..Math.Min(text.Length, open + MaxThreadLength)].IndexOf("):"u8);
        level = LogLevel.Unknown;
        bool isLevel = close > open && DigitReader.IsNumber(text[(open + 1)..close].TrimStart((byte)' ')) && (LevelNames.TryParse(text[..open].TrimEnd((byte)' '), out level) || IsDump(text[..open], out level));
        return isLevel ? close + 2 : 0;
    }

    /// <summary>The most detailed of the levels that can be set.</summary>
    private static bool IsDump(ReadOnlySpan<byte> word, out LogLevel level)
    {
        bool isDump = word.TrimEnd((byte)' ').SequenceEqual("Dump"u8);
        level = isDump ? LogLevel.Trace : LogLevel.Unknown;
        return isDump;
    }

    private static int SkipBlanks(ReadOnlySpan<byte> line, int at)
    {
        int blanks = line[at..].IndexOfAnyExcept((byte)' ');
        return blanks < 0 ? line.Length : at + blanks;
    }
}
