using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Formats;

/// <summary>
/// What PowerShell writes to a console, a redirected file or a transcript: errors, prompts with the commands behind them, the head of a transcript.
/// </summary>
/// <remarks>
/// Such lines count only where no entry of another format goes on, since a logger may have written them. Sources: see <see cref="PowerShellError"/>.
/// </remarks>
internal sealed class PowerShellFormat() : LogFormat(
    "powershell",
    "PowerShell's console output and transcripts: error records, prompts",
    "Get-Item: Cannot find path '/srv/orders' because it does not exist.")
{
    /// <summary>The format, for what tells of several lines that they are an error record.</summary>
    public static readonly PowerShellFormat Instance = new();

    private const int DateLength = 8;
    private const int ClockLength = 6;
    private const int MaxPromptLength = 300;

    /// <inheritdoc/>
    internal override ContinuationRule Continuation => ContinuationRule.IndentedLines;

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        bool isError = PowerShellError.IsWhole(line) || PowerShellError.IsPosition(line) || PowerShellError.IsLineHeading(line);
        fields = default;
        fields.HasLevel = true;
        fields.Level = isError ? LogLevel.Error : LogLevel.Unknown;
        fields.Message = new ByteRange(0, line.Length);
        return isError || IsPrompt(line) || TryTakeTime(line, ref fields) || IsAboutTranscript(line);
    }

    /// <summary><c>PS C:\> Get-Item error</c>, <c>[web1]: PS C:\> Get-Item error</c>; without a path in transcripts.</summary>
    private static bool IsPrompt(ReadOnlySpan<byte> line)
    {
        // The errors that ended a command; whoever did not handle them has a record after these lines.
        if (line.StartsWith("PS>"u8) || line.StartsWith(">> TerminatingError("u8))
        {
            return true;
        }

        int start = line[0] == '[' && line.IndexOf("]: PS "u8) is > 0 and int close ? close + "]: PS ".Length : line.StartsWith("PS "u8) ? "PS ".Length : -1;
        int end = start < 0 ? -1 : line[start..Math.Min(line.Length, start + MaxPromptLength)].IndexOf((byte)'>');
        return end > 0 && line.Slice(start, end).IndexOfAny(":/~\\"u8) >= 0;
    }

    /// <summary><c>Start time: 20250124070030</c>.</summary>
    private static bool TryTakeTime(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        bool mayBeTime = line.StartsWith("Start "u8) || line.StartsWith("End "u8) || line.StartsWith("Command start "u8);
        int mark = mayBeTime ? line.IndexOf("time: "u8) + "time: ".Length : 0;
        bool isTime = mayBeTime && line.Length - mark == DateLength + ClockLength && DigitReader.IsNumber(line[mark..]);
        if (isTime)
        {
            fields.Date = new ByteRange(mark, DateLength);
            fields.Timestamp = new ByteRange(mark + DateLength, ClockLength);
        }

        return isTime;
    }

    private static bool IsAboutTranscript(ReadOnlySpan<byte> line) =>
        line.StartsWith("Host Application: "u8) || line.StartsWith("Transcript started, output file is "u8) || line.StartsWith("Transcript stopped, output file is "u8);
}
