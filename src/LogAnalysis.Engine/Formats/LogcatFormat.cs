using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Formats;

/// <summary>
/// Android's logcat: <c>threadtime</c> with and without a year, <c>time</c>, <c>brief</c>, <c>tag</c>. The level is a letter.
/// </summary>
/// <remarks>Source: Android developers, "Logcat command-line tool", control of the output format.</remarks>
internal sealed class LogcatFormat() : LogFormat(
    "logcat",
    "Android logcat: threadtime, time, brief",
    "01-24 07:00:30.139  1702  2395 E ActivityManager: ANR in com.example.orders")
{
    /// <inheritdoc/>
    internal override string FirstBytes => FirstByte.Digits + FirstByte.LevelLetters;

    /// <inheritdoc/>
    internal override bool BeginsLikeApplication => true;

    /// <inheritdoc/>
    internal override bool MayBegin(LineBeginning beginning) => beginning == LineBeginning.Other;

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int time = MonthDayTimestamp.Match(line);
        if (time == 0 && char.IsAsciiDigit((char)line[0]))
        {
            time = IsoTimestamp.Match(line);
        }

        int at = time;
        if (time > 0 && (time >= line.Length || line[time] != ' '))
        {
            return false;
        }

        fields = default;
        fields.Timestamp = new ByteRange(0, time);
        at += time > 0 ? 1 : 0;
        return (time > 0 && TryThread(line, at, ref fields)) || TrySlash(line, at, ref fields);
    }

    /// <inheritdoc/>
    internal override bool ReadFields(ReadOnlySpan<byte> line, in LineFields fields, FieldSink sink)
    {
        ReadOnlySpan<byte> header = line[fields.Timestamp.End..fields.Message.Start].TrimEnd(": "u8);
        int slash = header.IndexOf((byte)'/');
        if (slash >= 0 && header.Trim((byte)' ') is [_, (byte)'/', ..])
        {
            int open = header.LastIndexOf((byte)'(');
            sink.AddKnown("ProcessId"u8, header[(open + 1)..].Trim(" )"u8));
            sink.AddKnown("Logger"u8, header[(slash + 1)..open].Trim((byte)' '));
            return true;
        }

        // With -v uid, the user is before process and thread; behind them are level and tag.
        var words = new WordReader(header, 0);
        ByteRange process = words.Next();
        ByteRange thread = words.Next();
        if (words.Next() is { Length: > 1 } further)
        {
            (process, thread) = (thread, further);
            words.Next();
        }

        sink.AddKnown("ProcessId"u8, process.Of(header));
        sink.AddKnown("Thread"u8, thread.Of(header));
        sink.AddKnown("Logger"u8, words.Rest.Trim((byte)' '));
        return true;
    }

    /// <summary>Process, thread, level, tag: <c> 1702  2395 E ActivityManager: message</c>.</summary>
    private static bool TryThread(ReadOnlySpan<byte> line, int at, ref LineFields fields)
    {
        var words = new WordReader(line, at);
        ByteRange process = words.Next();
        ByteRange thread = words.Next();
        ByteRange level = words.Next();

        // With -v uid, the user is before them, by number or by name.
        if (level.Length > 1 && DigitReader.IsNumber(level.Of(line)))
        {
            process = thread;
            thread = level;
            level = words.Next();
        }

        if (!DigitReader.IsNumber(process.Of(line)) || !DigitReader.IsNumber(thread.Of(line)) || !LevelNames.TryParseLetter(level.Of(line), out fields.Level))
        {
            return false;
        }

        int tag = level.End + 1;
        int colon = tag < line.Length ? line[tag..].IndexOf((byte)':') : -1;
        if (colon < 0)
        {
            return false;
        }

        Take(line, tag + colon + 1, ref fields);
        return true;
    }

    /// <summary>Level, tag, and perhaps process: <c>E/ActivityManager( 1702): message</c>.</summary>
    private static bool TrySlash(ReadOnlySpan<byte> line, int at, ref LineFields fields)
    {
        if (line.Length < at + 5 || line[at + 1] != '/' || !LevelNames.TryParseLetter(line.Slice(at, 1), out fields.Level))
        {
            return false;
        }

        int colon = line[at..].IndexOf(": "u8);
        bool process = colon > 3 && line[at + colon - 1] == ')' && line[at..(at + colon)].Contains((byte)'(');
        if (!process)
        {
            return false;
        }

        Take(line, at + colon + 1, ref fields);
        return true;
    }

    private static void Take(ReadOnlySpan<byte> line, int message, ref LineFields fields)
    {
        int blanks = line[message..].IndexOfAnyExcept((byte)' ');
        fields.HasLevel = true;
        fields.Message = ByteRange.Between(blanks < 0 ? line.Length : message + blanks, line.Length);
    }
}
