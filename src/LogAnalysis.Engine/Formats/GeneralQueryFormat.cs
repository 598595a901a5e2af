using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Formats;

/// <summary>The general query log of MySQL and MariaDB: time, number of the connection, command, and what it was about.</summary>
/// <remarks>
/// Source: MySQL Reference Manual, "The General Query Log"; <c>sql/log.cc</c>, <c>write_general</c>. A line has no level, and what a query says is no error. The time
/// is missing where it is that of the line above.
/// </remarks>
internal sealed class GeneralQueryFormat() : LogFormat(
    "mysql-general",
    "MySQL and MariaDB general query log",
    "2025-01-24T07:00:30.139632Z\t   17 Query\tSELECT error FROM orders")
{
    private const int MaxTimeLength = 40;
    private const int MaxCommandLength = 20;

    private static readonly string[] CommandNames =
        ["Quit", "Init DB", "Query", "Field List", "Create DB", "Drop DB", "Refresh", "Shutdown", "Statistics", "Processlist", "Connect", "Kill", "Ping", "Change user", "Binlog Dump",
        "Binlog Dump GTID", "Connect Out", "Register Slave", "Register Replica", "Prepare", "Execute", "Long Data", "Close stmt", "Reset stmt", "Set option", "Fetch", "Reset Connection"];

    private static readonly byte[][] Commands = [.. CommandNames.Select(System.Text.Encoding.UTF8.GetBytes)];

    /// <inheritdoc/>
    internal override string FirstBytes => FirstByte.Digits + "\t";

    /// <inheritdoc/>
    internal override bool BeginsLikeApplication => true;

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        // Most lines have no tab there: their times need not be read.
        int tab = line[..Math.Min(line.Length, MaxTimeLength)].IndexOf((byte)'\t');
        int time = tab <= 0 ? 0 : LeadingTimestamp.Match(line, out bool hasDate) is > 0 and int length && hasDate ? length : -1;
        if (tab < 0 || time != tab)
        {
            return false;
        }

        int start = tab + line[tab..].IndexOfAnyExcept("\t "u8);
        int digits = start < tab ? 0 : DigitReader.CountLeading(line[start..]);
        int command = start + digits + 1;
        if (digits == 0 || command >= line.Length || line[command - 1] != ' ' || !IsCommand(line[command..]))
        {
            return false;
        }

        fields = default;
        fields.HasLevel = true;
        fields.Timestamp = new ByteRange(0, time);
        fields.Message = ByteRange.Between(command, line.Length);
        return true;
    }

    private static bool IsCommand(ReadOnlySpan<byte> text)
    {
        int end = text[..Math.Min(text.Length, MaxCommandLength)].IndexOf((byte)'\t');
        ReadOnlySpan<byte> word = end < 0 ? text : text[..end];
        foreach (byte[] command in Commands)
        {
            if (word.SequenceEqual(command))
            {
                return true;
            }
        }

        return false;
    }
}
