using System.Buffers;
using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Formats;

/// <summary>
/// Lines that begin an entry though no other format knows them: behind what looks like a time of any shape, or behind names and a time, there is
/// a level or a program where headers have one.
/// </summary>
/// <remarks>It is tried where all others have failed, so that it does not exclude them.</remarks>
internal sealed class LooseFormat() : LogFormat(
    "loose",
    "Text with a level or program where headers have one, behind a time of a shape that is not known, or behind names and a time",
    "[web] 4711 - 2025-01-24 07:00:30 ERROR Could not reach the database")
{
    private const int MaxPrefixTokens = 8;
    private const int MaxPrefixLength = 100;

    private static readonly LogfmtFormat Logfmt = new();

    private static readonly SearchValues<byte> NumberBytes = SearchValues.Create("0123456789abcdefABCDEF "u8);

    /// <inheritdoc/>
    internal override bool MayCarry(ReadOnlySpan<byte> line, in LineFields fields) => !fields.HasLevel;

    /// <inheritdoc/>
    internal override string AlternativeMarks => "0 [";

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        if (line.Length > 1 && line[0] == ' ' && line[1] == '[')
        {
            return TryIndented(line, ref fields);
        }

        if (line.Length < "1/1/25 1:00 E".Length || !(char.IsAsciiLetterOrDigit((char)line[0]) || line[0] is (byte)'[' or (byte)'(' or (byte)'<' or (byte)'{'))
        {
            return false;
        }

        return TryBehindPrefix(line, ref fields) || TryBehindShape(line, ref fields) || TryPostgres(line, ref fields) || TryBehindName(line, ref fields);
    }

    /// <summary>A space before names in brackets is no sign that a line continues another one.</summary>
    private bool TryIndented(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        bool isEntry = TryParse(line[1..], ref fields);
        fields.Shift(isEntry ? 1 : 0);
        return isEntry;
    }

    /// <summary>Names, numbers and groups in brackets, then a time that can be read.</summary>
    private static bool TryBehindPrefix(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int at = 0;
        int plainWords = 0;
        for (int tokens = 0; tokens < MaxPrefixTokens && at < Math.Min(line.Length, MaxPrefixLength); tokens++)
        {
            int inside = at + (line[at] is (byte)'[' or (byte)'(' or (byte)'<' ? 1 : 0);
            int time = at == 0 ? 0 : LeadingTimestamp.Match(line[inside..], out bool hasDate) is > 0 and int length && hasDate ? length : 0;
            if (time > 0 && line.Slice(inside, time).Contains((byte)':'))
            {
                // Behind a client is the time of an access log, in brackets: then the line was cut off. No prose has such a time.
                bool isOfAccess = ClfTimestamp.Matches(line.Slice(inside, time));
                bool isNamed = plainWords == 0 && (isOfAccess || BeginsWithName(line) || HasNumbersOnly(line[..at]));
                return !(isOfAccess && inside > at) && TryHeader(line, new ByteRange(inside, time), isNamed, ref fields);
            }

            int next = at == 0 && FindGluedTime(line) is > 0 and int glued ? glued : SkipToken(line, at, ref plainWords);
            if (next == at || plainWords > 1)
            {
                return false;
            }

            at = next;
        }

        return false;
    }

    /// <summary>Pairs of key and value behind a name in brackets, as Longhorn writes them: <c>[pvc-1] time="2025-01-24T07:00:30Z" level=error msg=lost</c>.</summary>
    private static bool TryBehindName(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int close = line[0] == '[' ? line[..Math.Min(line.Length, MaxPrefixLength)].IndexOf("] "u8) : -1;
        int start = close + 2;
        bool isEntry = close > 0 && start < line.Length && char.IsAsciiLetter((char)line[start]) && Logfmt.TryParse(line[start..], ref fields);
        if (isEntry)
        {
            fields.Shift(start);
        }

        return isEntry;
    }

    /// <summary>Where a time is glued to a name: <c>HsmService:2025-01-24 07:00:30,139</c>; 0 if it is to none.</summary>
    private static int FindGluedTime(ReadOnlySpan<byte> line)
    {
        int colon = char.IsAsciiLetter((char)line[0]) ? line[..Math.Min(line.Length, MaxPrefixLength)].IndexOf((byte)':') : -1;
        bool isName = colon > 1 && colon + 1 < line.Length && char.IsAsciiDigit((char)line[colon + 1]) && line[..colon].IndexOfAnyExcept(LetterBytes.All) < 0;
        return isName && LeadingTimestamp.Match(line[(colon + 1)..], out bool hasDate) > 0 && hasDate ? colon + 1 : 0;
    }

    /// <summary>The numbers of processes and threads, perhaps in hexadecimal.</summary>
    private static bool HasNumbersOnly(ReadOnlySpan<byte> text) => !text.ContainsAnyExcept(NumberBytes);

    /// <summary>A group in brackets, an address, or a single letter: no prose begins so, and no row of a table.</summary>
    private static bool BeginsWithName(ReadOnlySpan<byte> line) =>
        line[0] == '[' || line[1] == ' ' || (char.IsAsciiDigit((char)line[0]) && new WordReader(line, 0).Next().Of(line).Contains((byte)'.'));

    /// <summary>Skips a token of a header: a group in brackets, a number, a name, a mark, one plain word.</summary>
    private static int SkipToken(ReadOnlySpan<byte> line, int at, ref int plainWords)
    {
        var reader = new HeaderReader(line, at);
        HeaderToken token = reader.Peek();
        ReadOnlySpan<byte> word = line[token.Start..token.End];
        bool isName = token.IsBracketed || (token.HasColon && HeaderWords.IsLoggerName(word)) || word.IndexOfAny(LetterBytes.All) < 0 || HeaderWords.IsIdentifier(word) || word.Length == 1;

        // A heading is no name: 'Date: 2025-01-24 07:00:30'.
        plainWords += isName ? 0 : token.HasColon ? 2 : 1;
        reader.Position = token.Next;
        while (reader.Position < line.Length && line[reader.Position] is (byte)' ' or (byte)'\t' or (byte)'|' or (byte)':')
        {
            reader.Position++;
        }

        return reader.Position;
    }

    private static bool TryBehindShape(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int inside = line[0] is (byte)'[' or (byte)'(' or (byte)'<' or (byte)'{' ? 1 : 0;
        int shape = TimeShape.Match(line[inside..]);
        return shape > 0 && inside + shape < line.Length
            && (TryHeader(line, new ByteRange(inside, shape), isNamed: false, ref fields) || TryProgram(line, inside + shape, ref fields))
            && RemoveTime(ref fields);
    }

    /// <summary>What cannot be read is no time: that of whatever carries the line is one.</summary>
    private static bool RemoveTime(ref LineFields fields)
    {
        fields.Timestamp = default;
        return true;
    }

    /// <summary>A level behind the time; it may be missing where only what has no place in prose is before.</summary>
    private static bool TryHeader(ReadOnlySpan<byte> line, ByteRange time, bool isNamed, ref LineFields fields)
    {
        int end = time.End + (time.Start > 0 && time.End < line.Length && line[time.End] is (byte)']' or (byte)')' or (byte)'>' ? 1 : 0);
        var header = new HeaderScanner(line, end);
        bool hasLevel = header.FindLevel(out LogLevel level);
        if (!hasLevel && !isNamed)
        {
            return false;
        }

        fields = default;
        fields.HasLevel = hasLevel;
        fields.Level = level;
        fields.Timestamp = time;
        fields.Message = ByteRange.Between(header.FindMessage(), line.Length);
        PostgresLine postgres = PostgresHeader.Find(line, end, out LogLevel severity, out int message);
        if (postgres != PostgresLine.None && !hasLevel)
        {
            fields.ContinuesEntry = postgres == PostgresLine.Part;
            fields.HasLevel = true;
            fields.Level = severity;
            fields.Message = ByteRange.Between(message, line.Length);
        }

        RequestMessage.TryFind(line, fields.Message, ref fields);
        return true;
    }

    /// <summary><c>host1 sshd[314]: message</c>, <c>sshd[314]: message</c>.</summary>
    private static bool TryProgram(ReadOnlySpan<byte> line, int end, ref LineFields fields)
    {
        var words = new WordReader(line, end);
        ReadOnlySpan<byte> first = words.Next().Of(line);
        if (!IsProgram(first) && !IsProgram(words.Next().Of(line)))
        {
            return false;
        }

        fields = default;
        SyslogHeader.Read(line, end, ref fields);
        return true;
    }

    private static bool IsProgram(ReadOnlySpan<byte> word)
    {
        int open = word.IndexOf((byte)'[');
        return open > 0 && word.EndsWith("]:"u8) && DigitReader.IsNumber(word[(open + 1)..^2]);
    }

    /// <summary>A severity of PostgreSQL's behind a prefix that has no time.</summary>
    private static bool TryPostgres(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        PostgresLine postgres = PostgresHeader.Find(line, 0, out LogLevel level, out int message);
        if (postgres == PostgresLine.None || line.IndexOf(": "u8) != message - 3)
        {
            return false;
        }

        fields = default;
        fields.ContinuesEntry = postgres == PostgresLine.Part;
        fields.HasLevel = true;
        fields.Level = level;
        fields.Message = ByteRange.Between(message, line.Length);
        return true;
    }
}
