using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Formats;

/// <summary>
/// The slow query log of MySQL and MariaDB: lines about the query begin with a hash, and below them is its statement. Nothing in it is an error;
/// of queries in the same second, MySQL before 8 and MariaDB tell the time of the first only.
/// </summary>
/// <remarks>Source: MySQL Reference Manual, "The Slow Query Log"; MariaDB, "Slow Query Log Overview".</remarks>
internal sealed class SlowQueryFormat() : LogFormat(
    "mysql-slow",
    "MySQL and MariaDB slow query log: lines with a hash about each query, statement below",
    "# Time: 2025-01-24T07:00:30.139632Z")
{
    private static ReadOnlySpan<byte> TimeMark => "# Time: "u8;

    private static ReadOnlySpan<byte> UserMark => "# User@Host: "u8;

    /// <inheritdoc/>
    internal override string FirstBytes => "#";

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        bool hasTime = BeginsWithTime(line);
        if (!hasTime && !BeginsWithUser(line))
        {
            return false;
        }

        fields = default;
        fields.LevelFollows = true;
        fields.HasLevel = true;
        fields.Level = LogLevel.Information;
        fields.Timestamp = hasTime ? ByteRange.Between(TimeMark.Length, line.Length) : default;
        fields.Message = new ByteRange(0, line.Length);
        return true;
    }

    /// <summary>Whether a line has the time of a query.</summary>
    internal static bool BeginsWithTime(ReadOnlySpan<byte> line) =>
        line.Length > TimeMark.Length && line.StartsWith(TimeMark) && char.IsAsciiDigit((char)line[TimeMark.Length]);

    /// <summary>Whether a line says who sent a query.</summary>
    internal static bool BeginsWithUser(ReadOnlySpan<byte> line) => line.StartsWith(UserMark);

    /// <summary>Whether a line is of what the server puts before each statement, so that it can be sent again.</summary>
    internal static bool IsPreparation(ReadOnlySpan<byte> line) => line.StartsWith("SET timestamp="u8) || (line.StartsWith("use "u8) && line[^1] == ';');
}
