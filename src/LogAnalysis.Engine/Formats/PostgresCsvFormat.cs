using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Formats;

/// <summary>PostgreSQL's <c>csvlog</c>, which has no header row: its columns are always the same.</summary>
/// <remarks>Source: PostgreSQL documentation, "Error Reporting and Logging", "Using CSV-Format Log Output".</remarks>
internal sealed class PostgresCsvFormat() : LogFormat(
    "postgres-csv",
    "PostgreSQL's csvlog",
    """2025-01-24 07:00:30.139 UTC,"shop","shop",59,"192.0.2.7:51210",5ff25f96.3b,3,"SELECT",2025-01-24 07:00:21 UTC,3/0,0,ERROR,42P01,"relation ""x"" does not exist",,,,,,,,,"psql" """)
{
    private const int SeverityColumn = 11;
    private const int MessageColumn = 13;

    /// <inheritdoc/>
    internal override string FirstBytes => FirstByte.Digits;

    /// <inheritdoc/>
    internal override string NeededMarks => ",";

    /// <inheritdoc/>
    internal override bool BeginsLikeApplication => true;

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int time = IsoTimestamp.Match(line);
        int comma = time == 0 ? -1 : line[..Math.Min(line.Length, time + 6)].IndexOf((byte)',');
        if (comma < time)
        {
            return false;
        }

        fields = default;
        fields.Timestamp = new ByteRange(0, time);
        fields.DoublesQuotes = true;
        var row = new ColumnReader(line, DelimitedFormat.Commas);
        for (int column = 0; column <= MessageColumn; column++)
        {
            if (!row.MoveNext())
            {
                return false;
            }

            if (column == SeverityColumn)
            {
                ReadOnlySpan<byte> severity = row.Value.Of(line);
                fields.HasLevel = true;
                fields.Level = severity.SequenceEqual("LOG"u8) ? LogLevel.Information : LevelNames.TryParse(severity, out LogLevel level) ? level : LogLevel.Unknown;
            }

            fields.Message = row.Value;
        }

        return fields.Level != LogLevel.Unknown;
    }
}
