using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Formats;

/// <summary>The logs that NetBackup's processes write a file a day: clock, process and thread in brackets, severity in angle brackets, process: message.</summary>
/// <remarks>Source: Veritas NetBackup Logging Reference Guide, "Legacy logging": severities 2 and 4 inform, 8 warns, 16 is an error, 32 critical.</remarks>
internal sealed class NetBackupFormat() : LogFormat(
    "netbackup",
    "NetBackup's legacy logs: clock, process, severity, message",
    "07:00:30.139 [4711.15] <16> bptm: could not open the tape drive")
{
    /// <inheritdoc/>
    internal override string FirstBytes => FirstByte.Digits;

    /// <inheritdoc/>
    internal override string NeededMarks => ":[]";

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        if (line.Length < "07:00:30 [1] <2> ".Length || line[2] != ':' || line[5] != ':')
        {
            return false;
        }

        int clock = line.IndexOf(" ["u8);
        int close = line.IndexOf("] <"u8);
        bool isClock = clock == "07:00:30".Length || clock == "07:00:30.139".Length;
        if (!isClock || close < clock + 3 || !DigitReader.IsDecimal(line[(clock + 2)..close]))
        {
            return false;
        }

        int severity = close + "] <"u8.Length;
        int digits = DigitReader.CountLeading(line[severity..]);
        if (digits is 0 or > 2 || !line[(severity + digits)..].StartsWith("> "u8) || !DigitReader.TryRead(line, severity, digits, out int number))
        {
            return false;
        }

        fields = default;
        fields.HasLevel = true;
        fields.Level = LevelOf(number);
        fields.Message = ByteRange.Between(severity + digits + 2, line.Length);
        return true;
    }

    private static LogLevel LevelOf(int severity) => severity switch
    {
        >= 32 => LogLevel.Critical,
        >= 16 => LogLevel.Error,
        >= 8 => LogLevel.Warning,
        2 or 4 => LogLevel.Information,
        _ => LogLevel.Debug,
    };
}
