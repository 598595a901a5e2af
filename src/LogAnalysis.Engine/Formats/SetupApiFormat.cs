using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Formats;

/// <summary>
/// Windows' device installation log: sections with a head and a foot of two lines each, and entries between them that are marked where they
/// warn of something.
/// </summary>
/// <remarks>
/// Source: Microsoft, "SetupAPI Text Logs", "Format of a Text Log Section Header", "... Footer", "... Body"; for Windows XP's
/// <c>setupapi.log</c>, "Troubleshooting Device Installation with the SetupAPI Log File".
/// </remarks>
internal sealed class SetupApiFormat() : LogFormat(
    "setupapi",
    "Windows device installation (setupapi.dev.log, setupapi.log)",
    "!!!  dvi: Error 1168: Element not found.")
{
    /// <summary>The format, for what reads the second line of a head or foot.</summary>
    public static readonly SetupApiFormat Instance = new();

    private const int PrefixLength = 5;
    private const int CategoryLength = 3;
    private const int MessageNumberLength = 3;

    /// <summary>The documented categories. A line that is not marked could be of any indented text otherwise.</summary>
    private static readonly WordTable<bool> Categories = new((true,
        "bak cci cmd cmi cpy dev dvi exe flq idb inf lod mig ndv nst pol prp reg scu set sig sto tem ump utl"));

    private static ReadOnlySpan<byte> HeadMark => ">>>  "u8;

    private static ReadOnlySpan<byte> FootMark => "<<<  "u8;

    private static ReadOnlySpan<byte> BootMark => "[Boot Session: "u8;

    /// <inheritdoc/>
    internal override ContinuationRule Continuation => ContinuationRule.IndentedLines;

    /// <inheritdoc/>
    internal override string FirstBytes => "><! .[#";

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields) => line[0] switch
    {
        (byte)'>' => TryParseHead(line, ref fields),
        (byte)'<' => TryParseFoot(line, ref fields),
        (byte)'[' => line.StartsWith(BootMark) && TakeTime(line, BootMark.Length, ref fields),
        (byte)'#' => TryParseOld(line, ref fields),
        _ => TryParseEntry(line, ref fields),
    };

    /// <summary>The time in the second line of a section's head.</summary>
    internal static bool TryReadStart(ReadOnlySpan<byte> line, out ReadOnlySpan<byte> time)
    {
        time = line.StartsWith(">>>  Section start "u8) ? line[">>>  Section start ".Length..] : default;
        return !time.IsEmpty;
    }

    /// <summary>The level of the second line of a section's foot.</summary>
    internal static bool TryReadStatus(ReadOnlySpan<byte> line, out LogLevel level)
    {
        bool isStatus = line.StartsWith("<<<  [Exit status: "u8);
        level = isStatus && line["<<<  [Exit status: ".Length..].StartsWith("FAILURE"u8) ? LogLevel.Error : LogLevel.Information;
        return isStatus;
    }

    private static bool TryParseHead(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        if (TryReadStart(line, out _))
        {
            return TakeTime(line, ">>>  Section start ".Length, ref fields);
        }

        if (!line.StartsWith(HeadMark) || line[^1] != ']' || line[PrefixLength] != '[')
        {
            return false;
        }

        Take(LogLevel.Information, ByteRange.Between(PrefixLength + 1, line.Length - 1), ref fields);
        fields.LevelFollows = true;
        return true;
    }

    private static bool TryParseFoot(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        if (!line.StartsWith(FootMark))
        {
            return false;
        }

        if (TryReadStatus(line, out LogLevel level))
        {
            Take(level, ByteRange.Between(PrefixLength, line.Length), ref fields);
            return true;
        }

        int time = "<<<  Section end ".Length;
        bool isEnd = line.StartsWith("<<<  Section end "u8) && TakeTime(line, time, ref fields);
        fields.LevelFollows = isEnd;
        return isEnd;
    }

    /// <summary><c>!!!  dvi: message</c> is an error, <c>!    dvi: message</c> a warning, without a mark it is information.</summary>
    private static bool TryParseEntry(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int marks = line[..Math.Min(line.Length, PrefixLength)].IndexOfAnyExcept((byte)'!');
        int category = PrefixLength + (line.Length > PrefixLength && line[PrefixLength] == ' ' ? 1 : 0);
        int message = category + CategoryLength + 1;
        if (line.Length <= message || line[message - 1] != ':' || line[message] != ' ' || marks is not (0 or 1 or 3))
        {
            return false;
        }

        ReadOnlySpan<byte> name = line.Slice(category, CategoryLength);
        bool isPrefix = marks > 0 ? !line[marks..category].ContainsAnyExcept((byte)' ') : !line[1..category].ContainsAnyExcept((byte)' ');
        bool isCategory = marks > 0 ? !name.ContainsAnyExceptInRange((byte)'a', (byte)'z') : Categories.Contains(name);
        if (!isPrefix || !isCategory)
        {
            return false;
        }

        int start = message + Math.Max(line[message..].IndexOfAnyExcept((byte)' '), 0);
        Take(marks switch { 3 => LogLevel.Error, 1 => LogLevel.Warning, _ => LogLevel.Information }, ByteRange.Between(start, line.Length), ref fields);
        return true;
    }

    /// <summary><c>#E154 message</c>, as Windows XP and 2003 write it.</summary>
    private static bool TryParseOld(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int message = MessageNumberLength + 2;
        if (line.Length <= message || line[message] != ' ' || !DigitReader.TryRead(line, 2, MessageNumberLength, out _) || !"-EWIVT"u8.Contains(line[1]))
        {
            return false;
        }

        Take(line[1] switch { (byte)'E' => LogLevel.Error, (byte)'W' => LogLevel.Warning, _ => LogLevel.Information }, ByteRange.Between(message + 1, line.Length), ref fields);
        return true;
    }

    private static bool TakeTime(ReadOnlySpan<byte> line, int at, ref LineFields fields)
    {
        int length = IsoTimestamp.Match(line[at..]);
        Take(LogLevel.Information, new ByteRange(0, line.Length), ref fields);
        fields.Timestamp = new ByteRange(at, length);
        return length > 0;
    }

    private static void Take(LogLevel level, ByteRange message, ref LineFields fields)
    {
        fields = default;
        fields.HasLevel = true;
        fields.Level = level;
        fields.Message = message;
    }
}
