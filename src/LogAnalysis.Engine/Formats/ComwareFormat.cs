using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Formats;

/// <summary>Messages in the buffer and the files of Comware's switches: a per cent sign, time, name of the switch, module, severity and mnemonic, text.</summary>
/// <remarks>Source: H3C and HPE, Comware, "System Log Messages Reference", log format: severities are those of syslog.</remarks>
internal sealed class ComwareFormat() : LogFormat(
    "comware",
    "H3C and HPE Comware switches: time, name, module/severity/mnemonic, text",
    "%Jan 24 07:00:30:139 2025 sw1 IFNET/3/LINK_UPDOWN: the link is down")
{
    private const int TimeLength = 24;
    private const int ClockLength = 15;
    private const int YearAt = 20;

    /// <inheritdoc/>
    internal override string FirstBytes => "%";

    /// <inheritdoc/>
    internal override string NeededMarks => ":";

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        if (line.Length < TimeLength + 2 || !MonthOf(line) || line[ClockLength + 1] != ':' || !DigitReader.IsNumber(line.Slice(YearAt + 1, 4)))
        {
            return false;
        }

        var words = new WordReader(line, TimeLength + 1);
        words.Next();
        ByteRange name = words.Next();
        ReadOnlySpan<byte> text = name.Of(line);
        int slash = text.IndexOf((byte)'/');
        if (slash <= 0 || slash + 2 >= text.Length || text[slash + 2] != '/' || text[slash + 1] is < (byte)'0' or > (byte)'7')
        {
            return false;
        }

        fields = default;
        fields.HasLevel = true;
        fields.Level = SyslogSeverity.ToLevel(text[slash + 1] - '0');
        fields.Timestamp = new ByteRange(1, TimeLength);
        fields.Message = ByteRange.Between(name.Start, line.Length);
        return true;
    }

    private static bool MonthOf(ReadOnlySpan<byte> line) => MonthNames.TryParse(line.Slice(1, 3), out _) && line[4] == ' ' && line[7] == ' ';
}
