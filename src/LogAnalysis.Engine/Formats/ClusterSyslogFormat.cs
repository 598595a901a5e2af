using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Formats;

/// <summary>
/// The collected syslog of Sandia's clusters: an alert tag or a dash, seconds since 1970, date, node, and then a line of syslog.
/// </summary>
/// <remarks>Source: Oliner and Stearley, "What Supercomputers Say", DSN 2007; the data sets Thunderbird, Spirit and Liberty.</remarks>
internal sealed class ClusterSyslogFormat() : LogFormat(
    "hpc-syslog",
    "Syslog of Sandia's clusters, behind an alert tag, seconds, date and node",
    "- 1131566461 2005.11.09 dn228 Nov 9 12:01:01 dn228/dn228 crond[2915]: could not open the spool")
{
    private static readonly SyslogFormat Syslog = new();

    /// <inheritdoc/>
    internal override string FirstBytes => FirstByte.Capitals + "-";

    /// <inheritdoc/>
    internal override string NeededMarks => ".";

    /// <inheritdoc/>
    internal override bool MayCarry(ReadOnlySpan<byte> line, in LineFields fields) => true;

    /// <inheritdoc/>
    internal override bool MayBegin(LineBeginning beginning) => beginning == LineBeginning.Other;

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        var words = new WordReader(line, 0);
        words.Next();
        ByteRange seconds = words.Next();
        if (seconds.Length is not (9 or 10) || !DigitReader.IsNumber(seconds.Of(line)))
        {
            return false;
        }

        ReadOnlySpan<byte> date = words.Next().Of(line);
        ByteRange node = words.Next();
        int start = node.End + 1;
        bool isPrefix = date.Length == 10 && date[4] == '.' && date[7] == '.' && start < line.Length;
        if (!isPrefix || !Syslog.TryParse(line[start..], ref fields))
        {
            return false;
        }

        fields.Shift(start);
        fields.Timestamp = seconds;
        return true;
    }
}
