using LogAnalysis.Fields;
using LogAnalysis.Model;

namespace LogAnalysis.Formats;

/// <summary>Application text whose level is before its time: <c>ERROR [main] 2025-01-24 07:00:30,139 Orders.java:12 - lost</c>.</summary>
internal sealed class LevelFirstFormat() : LogFormat(
    "level-first",
    "Application text whose level is before its time (Cassandra, Dropwizard, Django)",
    "ERROR [main] 2025-01-24 07:00:30,139 Orders.java:12 - Could not reach the database")
{
    /// <inheritdoc/>
    internal override string FirstBytes => FirstByte.Letters + "[<(";

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields) =>
        BareLevelFormat.TryParseLevel(line, ref fields) && !fields.Timestamp.IsEmpty;
}
