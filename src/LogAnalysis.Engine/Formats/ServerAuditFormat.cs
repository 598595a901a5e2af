using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Formats;

/// <summary>The audit plugin of MariaDB, which Amazon's RDS has too: fields with commas between, of which the last is the error's number.</summary>
/// <remarks>
/// Source: MariaDB, "MariaDB Audit Plugin - Log Format": timestamp, server, user, host, connection, query, operation, database, object, return code. What a query
/// says is no error.
/// </remarks>
internal sealed class ServerAuditFormat() : LogFormat(
    "mariadb-audit",
    "MariaDB audit plugin (server_audit)",
    "20250124 07:00:30,db1,shop,192.0.2.7,17,314,QUERY,orders,'SELECT error FROM orders',1146")
{
    private const int DateLength = 8;
    private const int FieldsBeforeOperation = 5;
    private const int MaxHeaderLength = 512;

    private static readonly WordTable<bool> Operations = new((true,
        "CONNECT QUERY READ WRITE CREATE ALTER RENAME DROP DISCONNECT FAILED_CONNECT TABLE QUERY_DDL QUERY_DML QUERY_DML_NO_SELECT QUERY_DCL PREPARE CHANGEUSER"));

    /// <inheritdoc/>
    internal override string FirstBytes => FirstByte.Digits;

    /// <inheritdoc/>
    internal override string NeededMarks => ",";

    /// <summary>Whether a line whose time has this length is one of them.</summary>
    internal static bool Matches(ReadOnlySpan<byte> line, int time) => FindOperation(line, time) > 0;

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int time = DigitReader.CountLeading(line) == DateLength ? BasicTimestamp.Match(line) : 0;
        int operation = time == 0 ? 0 : FindOperation(line, time);
        if (operation == 0)
        {
            return false;
        }

        fields = default;
        fields.HasLevel = true;
        fields.Level = line[(line.LastIndexOf((byte)',') + 1)..].IndexOfAnyExcept((byte)'0') < 0 ? LogLevel.Information : LogLevel.Error;
        fields.Timestamp = new ByteRange(0, time);
        fields.Message = ByteRange.Between(operation, line.Length);
        return true;
    }

    private static int FindOperation(ReadOnlySpan<byte> line, int time)
    {
        if (time >= line.Length || line[time] != ',' || DigitReader.CountLeading(line) != DateLength || !DigitReader.IsNumber(line[(line.LastIndexOf((byte)',') + 1)..]))
        {
            return 0;
        }

        int at = time + 1;
        ReadOnlySpan<byte> near = line[..Math.Min(line.Length, MaxHeaderLength)];
        for (int field = 0; field < FieldsBeforeOperation; field++)
        {
            at += near[at..].IndexOf((byte)',') + 1;
        }

        int length = near[at..].IndexOf((byte)',');
        return length > 0 && Operations.Contains(near.Slice(at, length)) ? at : 0;
    }
}
