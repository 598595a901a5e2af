using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Formats;

/// <summary>
/// The error log of SAP (Sybase) ASE: engine, thread, family and process with colons between them, time, component, message. The number and severity of an error
/// come first; its text is on the next line, behind the same header.
/// </summary>
/// <remarks>Source: SAP ASE, "Troubleshooting and Error Messages Guide", error log format, severity levels: 10 is information, from 11 on errors, from 19 on fatal.</remarks>
internal sealed class SybaseFormat() : LogFormat(
    "sybase",
    "SAP (Sybase) ASE error log",
    "00:0002:00000:00012:2025/01/24 07:00:30.13 server  Error: 1105, Severity: 17, State: 2")
{
    private const int MaxNumbers = 4;
    private const int MinNumbers = 3;

    private static ReadOnlySpan<byte> Number => "Error: "u8;

    private static ReadOnlySpan<byte> Severity => ", Severity: "u8;

    /// <inheritdoc/>
    internal override string FirstBytes => FirstByte.Digits;

    /// <inheritdoc/>
    internal override string NeededMarks => ":.";

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int start = SkipNumbers(line);
        int time = start == 0 ? 0 : IsoTimestamp.Match(line[start..]);
        if (time == 0)
        {
            return false;
        }

        var words = new WordReader(line, start + time);
        ByteRange component = words.Next();
        ByteRange message = words.Remaining;
        if (component.IsEmpty || message.IsEmpty)
        {
            return false;
        }

        fields = default;
        fields.Timestamp = new ByteRange(start, time);
        fields.Message = message;
        fields.LevelFollows = TryReadSeverity(message.Of(line), out fields.Level);
        fields.HasLevel = fields.LevelFollows;
        return true;
    }

    /// <summary>The length of <c>00:0002:00000:00012:</c>; older versions have no thread.</summary>
    private static int SkipNumbers(ReadOnlySpan<byte> line)
    {
        int at = 0;
        int numbers = 0;
        for (; numbers < MaxNumbers; numbers++)
        {
            int digits = DigitReader.CountLeading(line[at..]);
            if (digits < (numbers == 0 ? 2 : 4) || at + digits >= line.Length || line[at + digits] != ':')
            {
                break;
            }

            at += digits + 1;
        }

        return numbers >= MinNumbers && line[2] == ':' ? at : 0;
    }

    private static bool TryReadSeverity(ReadOnlySpan<byte> message, out LogLevel level)
    {
        level = LogLevel.Unknown;
        int digits = message.StartsWith(Number) ? DigitReader.CountLeading(message[Number.Length..]) : 0;
        ReadOnlySpan<byte> rest = digits == 0 ? default : message[(Number.Length + digits)..];
        return rest.StartsWith(Severity) && SqlServerSeverity.Match(rest[Severity.Length..], out level) > 0;
    }
}
