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
    internal override string FirstBytes => FirstByte.Letters + "[<( ";

    /// <inheritdoc/>
    internal override bool MayBeginAsProse => false;

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        // Levels of four letters may be padded on the left.
        int blanks = line[0] == ' ' ? 1 : 0;
        ReadOnlySpan<byte> text = line[blanks..];
        if (text.IsEmpty || (blanks > 0 && !char.IsAsciiLetterUpper((char)text[0])) || !BareLevelFormat.TryParseLevel(text, ref fields) || fields.Timestamp.IsEmpty)
        {
            return false;
        }

        fields.Shift(blanks);
        return true;
    }
}
