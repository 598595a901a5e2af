using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Formats;

/// <summary>Text that begins with its level and tells no time: <c>ERROR: disk full</c>, <c>[warn] slow query</c>.</summary>
internal sealed class BareLevelFormat() : LogFormat(
    "level",
    "Text that begins with its level, without a time (uvicorn, apt, Kamailio, and whatever writes to a console)",
    "ERROR: could not open the configuration")
{
    /// <summary>The format, for what contains lines of it.</summary>
    public static readonly BareLevelFormat Instance = new();

    private const int MaxTagLength = 40;
    private const int MaxIndentation = 8;
    private const int MaxWorkerLength = 4;

    private static readonly WordTable<bool> Labels = new((true,
        "trace debug info notice warn warning severe critical fatal panic emerg"));

    /// <summary>How Proxmox ends the logs of its tasks: <c>TASK ERROR: message</c>.</summary>
    private static ReadOnlySpan<byte> Task => "TASK "u8;

    /// <summary>A warning of its own kind, as Ansible has it.</summary>
    private static ReadOnlySpan<byte> Deprecation => "DEPRECATION WARNING]"u8;

    /// <inheritdoc/>
    internal override ContinuationRule Continuation => ContinuationRule.IndentedLines;

    /// <inheritdoc/>
    internal override bool MayCarry(ReadOnlySpan<byte> line, in LineFields fields) => line[fields.Message.Start] == '{';

    /// <inheritdoc/>
    internal override string FirstBytes => FirstByte.Letters + FirstByte.Digits + "[<( \t";

    /// <inheritdoc/>
    internal override bool MayBegin(LineBeginning beginning) => beginning != LineBeginning.Prose;

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields) => SkipWorker(line) is > 0 and int worker
        ? TryParseLabel(line, worker, ref fields)
        : line[0] is (byte)' ' or (byte)'\t'
        ? line.IndexOfAnyExcept(" \t"u8) is > 0 and <= MaxIndentation and int blanks && TryParseLabel(line, blanks, ref fields)
        : TryParseLevel(line, ref fields) && fields.Timestamp.IsEmpty && !FailoverClusterFormat.Matches(line) && !DataProtectorFormat.Matches(line) && !EspHomeFormat.Matches(line);

    /// <summary>A line that is indented begins an entry all the same where a level in capitals and a colon are first: <c>   ERROR: message</c>.</summary>
    private static bool TryParseLabel(ReadOnlySpan<byte> line, int start, ref LineFields fields)
    {
        ReadOnlySpan<byte> text = line[start..];
        int length = text.IndexOfAnyExceptInRange((byte)'A', (byte)'Z');
        bool isEntry = length > 2 && text[length..].StartsWith(": "u8) && TryParseLevel(text, ref fields) && fields.Timestamp.IsEmpty;
        fields.Shift(isEntry ? start : 0);
        return isEntry;
    }

    /// <summary>The number of the worker, padded, and of its process, as Kamailio writes them: <c> 3(4711) ERROR: message</c>; 0 if there are none.</summary>
    private static int SkipWorker(ReadOnlySpan<byte> line)
    {
        int start = line[0] == ' ' ? 1 : 0;
        int open = start + DigitReader.CountLeading(line[start..]);
        int process = open is > 0 and < MaxWorkerLength && open > start && open < line.Length && line[open] == '(' ? DigitReader.CountLeading(line[(open + 1)..]) : 0;
        return process > 0 && line[(open + 1 + process)..].StartsWith(") "u8) ? open + process + 3 : 0;
    }

    /// <summary>Recognises a line that begins with its level, whether a time follows or not.</summary>
    internal static bool TryParseLevel(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        byte close = ClosingBracket(line[0]);
        bool bracketed = close != 0;
        int start = bracketed ? SkipBlanks(line, SkipTag(line) + 1) : line.StartsWith(Task) ? Task.Length : 0;
        start += bracketed && line[start..].StartsWith(Deprecation) ? "DEPRECATION ".Length : 0;
        int length = line[start..].IndexOfAnyExcept(LetterBytes.All);
        if (length <= 0)
        {
            return false;
        }

        int end = start + length;
        ReadOnlySpan<byte> word = line[start..end];
        int behind = bracketed ? SkipBlanks(line, end) : end;
        if (behind == line.Length)
        {
            return false;
        }

        bool isCapital = !word.ContainsAnyInRange((byte)'a', (byte)'z');
        int counter = line[behind] == '[' && isCapital ? MatchCounter(line[behind..]) : 0;
        bool isTimed = (line[behind] == '\t' || (line[behind] == '[' && isCapital)) && TimeBehindLevel.Match(line[(behind + 1)..], isBracketed: true, out bool hasDate) > 0 && hasDate;
        isTimed |= !isCapital && !bracketed && line[behind] == ' ' && TimeBehindLevel.IsBehindBlanks(line, behind) && !LevelNames.BeginsSentences(word);
        isTimed |= !isCapital && line[behind..].StartsWith(" ["u8) && LeadingTimestamp.Match(line[(behind + 2)..], out bool isDated) > 0 && isDated;
        int shared = line[0] == '[' && line[end] == ' ' && !LevelNames.IsAmbiguous(word) ? SkipModule(line, behind) : 0;
        bool mayBeLevel = line[behind] switch
        {
            // The tag of an element looks like a level in angle brackets.
            _ when bracketed && line[behind] == close => close != '>' || line[^1] != '>',
            _ when bracketed => line[0] == '[' && word.Length > 1 && (isCapital || char.IsAsciiDigit((char)line[behind])) && (shared > 0 || SharesBracket(line, behind)),
            (byte)':' => !HasLogger(line, end) && (IsLabel(line, word, end) || TimeBehindLevel.IsBehindColon(line, end)),
            _ when isTimed => true,
            (byte)' ' or (byte)'\t' => isCapital && !LevelNames.IsAmbiguous(word),
            (byte)'.' => word.Length == 1 && TimeBehindLevel.IsBehindBlanks(line, behind + 1),
            _ => counter > 0,
        };
        if (!mayBeLevel || !(LevelNames.TryParse(word, out LogLevel level) || (IsMarkedLetter(line, behind) && LevelNames.TryParseLetter(word, out level)) || IsPadded(line, end, out level))
            || (line[0] == '(' && !isCapital && !TimeBehindLevel.IsBehindBlanks(line, behind + 1)))
        {
            return false;
        }

        fields = default;
        fields.HasLevel = true;
        fields.Level = level;
        TimeBehindLevel.TakeWithMessage(line, shared > 0 ? shared : line[behind] == (bracketed ? close : '.') ? behind + 1 : end + counter, ref fields);
        RequestMessage.TryFind(line, fields.Message, ref fields);
        return true;
    }

    /// <summary>The bracket that closes what another opens; 0 if that is none.</summary>
    private static byte ClosingBracket(byte first) => first switch
    {
        (byte)'[' => (byte)']',
        (byte)'<' => (byte)'>',
        (byte)'(' => (byte)')',
        _ => 0,
    };

    /// <summary>The seconds since the start, as logrus writes them behind the level on a console: <c>WARN[0012] message</c>.</summary>
    private static int MatchCounter(ReadOnlySpan<byte> text)
    {
        int close = text.IndexOf("] "u8);
        return close > 1 && (DigitReader.IsNumber(text[1..close]) || IsoTimestamp.Match(text[1..]) == close - 1) ? close + 1 : 0;
    }

    /// <summary>
    /// A name or the time since the start may be in brackets before a level in brackets: <c>[GIN-debug] [WARNING] message</c>,
    /// <c>[0.123s][info][gc] message</c>.
    /// </summary>
    private static int SkipTag(ReadOnlySpan<byte> line)
    {
        int close = line[..Math.Min(line.Length, MaxTagLength)].IndexOf((byte)']');
        int next = close + 1 < line.Length && close > 1 ? close + 1 + (line[close + 1] == ' ' ? 1 : 0) : 0;
        if (next == 0 || next >= line.Length || line[next] != '[')
        {
            return 0;
        }

        ReadOnlySpan<byte> tag = line[1..close];
        bool isUptime = tag[^1] == 's' && DigitReader.IsDecimal(tag[..^1]);
        bool isName = char.IsAsciiLetter((char)tag[0]) && !tag.Contains((byte)' ') && !LevelNames.TryParse(tag, out _);
        return isUptime || isName ? next : 0;
    }

    private static int SkipBlanks(ReadOnlySpan<byte> line, int at)
    {
        int blanks = line[at..].IndexOfAnyExcept((byte)' ');
        return blanks < 0 ? line.Length : at + blanks;
    }

    /// <summary>A word in capitals, or one of those that no one begins a sentence with, and a space after the colon.</summary>
    private static bool IsLabel(ReadOnlySpan<byte> line, ReadOnlySpan<byte> word, int colon)
    {
        bool spaced = colon + 1 == line.Length || line[colon + 1] is (byte)' ' or (byte)'\t';
        return (!word.ContainsAnyInRange((byte)'a', (byte)'z') && !word.SequenceEqual("OK"u8))
            || (spaced && Labels.Contains(word) && !MicrosoftConsoleFormat.Matches(line));
    }

    /// <summary>A module is after the level, in its bracket, as Rust's env_logger writes it: <c>[WARN  orders::db] message</c>; 0 if none is.</summary>
    private static int SkipModule(ReadOnlySpan<byte> line, int at)
    {
        int close = line[at..Math.Min(line.Length, at + MaxTagLength)].IndexOf("] "u8);
        ReadOnlySpan<byte> name = close <= 0 ? default : line.Slice(at, close);
        return !name.IsEmpty && char.IsAsciiLetter((char)name[0]) && !name.Contains((byte)' ') ? at + close + 1 : 0;
    }

    /// <summary>Time or name are after the level, in its bracket: <c>[DEBUG 2025-01-24 07:00:30 main] message</c>, <c>[INFO:shop] message</c>.</summary>
    private static bool SharesBracket(ReadOnlySpan<byte> line, int at) =>
        line[at] == ':' ? line[at..].IndexOf("] "u8) > 1 : LeadingTimestamp.Match(line[at..], out bool hasDate) > 0 && hasDate;

    /// <summary>
    /// <c>[E] message</c>; <c>E: message</c> as apt, and before a time, <c>E [24/Jan/2025:07:00:30 +0000] message</c> as CUPS,
    /// <c>(W) 2025-01-24T07:00:30 - message</c> as qBittorrent, <c>W. 01/24 07:00:30. message</c> as SQL Anywhere writes it. Other letters at the beginning mean other things.
    /// </summary>
    private static bool IsMarkedLetter(ReadOnlySpan<byte> line, int behind)
    {
        ReadOnlySpan<byte> rest = line[behind..];
        return line[0] == '[' || IsUptime(rest) || (line[0] is (byte)'E' or (byte)'W' && rest.StartsWith(": "u8))
            || (rest[0] is (byte)' ' or (byte)'>' or (byte)')' or (byte)'.' && LeadingTimestamp.Match(rest.TrimStart(" >).["u8), out bool hasDate) > 0 && hasDate);
    }

    /// <summary>What Liberty has beside levels, padded to the longest of them: <c>[AUDIT   ] CWWKF0011I: message</c>.</summary>
    private static bool IsPadded(ReadOnlySpan<byte> line, int end, out LogLevel level)
    {
        bool isPadded = line[0] == '[' && line[end] == ' ' && line[1..end].IndexOfAnyExcept(LetterBytes.All) < 0;
        level = isPadded ? KindLevels.OfOtherWord(line[1..end]) : LogLevel.Unknown;
        return level != LogLevel.Unknown;
    }

    /// <summary>The milliseconds since the start, as ESP-IDF writes them: <c>E (1234) wifi: message</c>.</summary>
    private static bool IsUptime(ReadOnlySpan<byte> rest)
    {
        int digits = rest.StartsWith(" ("u8) ? DigitReader.CountLeading(rest[2..]) : 0;
        return digits > 0 && rest[(digits + 2)..].StartsWith(") "u8);
    }

    /// <summary>Python's <c>ERROR:logger:message</c> is a format of its own.</summary>
    private static bool HasLogger(ReadOnlySpan<byte> line, int colon) => PythonFormat.FindMessage(line, colon) > 0;
}
