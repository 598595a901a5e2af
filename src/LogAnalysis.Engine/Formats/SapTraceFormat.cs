using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Formats;

/// <summary>
/// The developer traces of SAP's work processes and dispatcher: a letter for the component, then a time alone, which holds for what is below it, or a
/// message that says what it is.
/// </summary>
/// <remarks>Source: SAP Help Portal, "Developer Traces", "Structure of a trace file". Components that trace alone, as the dispatcher does, have no letter.</remarks>
internal sealed class SapTraceFormat() : LogFormat(
    "sap-trace",
    "SAP developer traces (dev_w0, dev_disp): component, mark, message",
    "M  *** ERROR => ThRollIn: could not open the roll file [thxxhead.c   4711]")
{
    /// <summary>The format, for the line below a time.</summary>
    public static readonly SapTraceFormat Instance = new();

    private const int MaxBlanks = 2;

    private static readonly (byte[] Text, LogLevel Level)[] Marks =
    [
        ("*** ERROR => "u8.ToArray(), LogLevel.Error),
        ("*** WARNING => "u8.ToArray(), LogLevel.Warning),
        ("*** INFO => "u8.ToArray(), LogLevel.Information),
    ];

    /// <summary>A message that is in the system log, too, under the number behind it.</summary>
    private static ReadOnlySpan<byte> SystemLog => "***LOG "u8;

    /// <inheritdoc/>
    internal override string FirstBytes => FirstByte.Capitals + "*";

    /// <inheritdoc/>
    internal override bool MayBegin(LineBeginning beginning) => beginning == LineBeginning.Other;

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int start = SkipComponent(line);
        if (start >= line.Length || (line[0] != '*' && start == 0))
        {
            return false;
        }

        return line[start] == '*' ? TryParseMessage(line, start, ref fields) : TryParseTime(line, start, ref fields);
    }

    /// <summary>Whether a line has nothing but the letter of a component and a time: the letter is no level.</summary>
    public static bool IsTime(ReadOnlySpan<byte> line)
    {
        int start = SkipComponent(line);
        return start > 0 && start < line.Length && char.IsAsciiLetterUpper((char)line[start])
            && CalendarTimestamp.Match(line[start..]) is > 0 and int length && line[(start + length)..].Trim((byte)' ').IsEmpty;
    }

    private static int SkipComponent(ReadOnlySpan<byte> line)
    {
        int blanks = line.Length < 2 || line[1] != ' ' || !char.IsAsciiLetterUpper((char)line[0]) ? 0 : line[1..].IndexOfAnyExcept((byte)' ');
        return blanks is > 0 and <= MaxBlanks ? 1 + blanks : 0;
    }

    private static bool TryParseTime(ReadOnlySpan<byte> line, int start, ref LineFields fields)
    {
        if (!IsTime(line))
        {
            return false;
        }

        fields = default;
        fields.Timestamp = new ByteRange(start, CalendarTimestamp.Match(line[start..]));
        fields.LevelFollows = true;
        return true;
    }

    private static bool TryParseMessage(ReadOnlySpan<byte> line, int start, ref LineFields fields)
    {
        ReadOnlySpan<byte> text = line[start..];
        foreach ((byte[] mark, LogLevel level) in Marks)
        {
            if (text.StartsWith(mark))
            {
                fields = default;
                fields.HasLevel = true;
                fields.Level = level;
                fields.Message = ByteRange.Between(start + mark.Length, line.Length);
                return true;
            }
        }

        int message = text.StartsWith(SystemLog) ? text.IndexOf("=> "u8) : -1;
        fields = default;
        fields.Message = ByteRange.Between(start + Math.Max(message, 0) + "=> ".Length, line.Length);
        return message > 0;
    }
}
