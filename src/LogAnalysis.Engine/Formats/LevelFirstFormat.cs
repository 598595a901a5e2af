using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Formats;

/// <summary>Application text whose level is before its time: <c>ERROR [main] 2025-01-24 07:00:30,139 Orders.java:12 - lost</c>.</summary>
internal sealed class LevelFirstFormat() : LogFormat(
    "level-first",
    "Application text whose level is before its time (Cassandra, Dropwizard, Django, AnyDesk)",
    "ERROR [main] 2025-01-24 07:00:30,139 Orders.java:12 - Could not reach the database")
{
    private const int MaxNameLength = 80;
    private const int MaxPadding = 4;

    /// <inheritdoc/>
    internal override string FirstBytes => FirstByte.Letters + "[<( ";

    /// <inheritdoc/>
    internal override bool MayBegin(LineBeginning beginning) => beginning == LineBeginning.Other;

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        // Levels may be padded on the left, to the longest of them.
        int blanks = line[0] == ' ' ? Math.Max(line[..Math.Min(line.Length, MaxPadding + 1)].IndexOfAnyExcept((byte)' '), 0) : 0;
        ReadOnlySpan<byte> text = line[blanks..];
        if (blanks == 0 && TryParseGlued(line, ref fields))
        {
            return true;
        }

        if (text.IsEmpty || (blanks > 0 && !char.IsAsciiLetter((char)text[0])) || !BareLevelFormat.TryParseLevel(text, ref fields) || fields.Timestamp.IsEmpty || (fields.Message.IsEmpty && SapTraceFormat.IsTime(text)))
        {
            return false;
        }

        fields.Shift(blanks);
        return true;
    }

    /// <summary>The level is glued to a name: <c>Zigbee2MQTT:error 2025-01-24 07:00:30: message</c>.</summary>
    private static bool TryParseGlued(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        ReadOnlySpan<byte> near = line[..Math.Min(line.Length, MaxNameLength)];
        int blank = near.IndexOf((byte)' ');
        int colon = blank < 0 ? -1 : near[..blank].LastIndexOf((byte)':');
        int blanks = colon <= 0 ? -1 : line[blank..].IndexOfAnyExcept((byte)' ');
        if (blanks < 0 || !char.IsAsciiDigit((char)line[blank + blanks]) || !LevelNames.TryParse(line[(colon + 1)..blank], out LogLevel level))
        {
            return false;
        }

        int time = LeadingTimestamp.Match(line[(blank + blanks)..], out bool hasDate);
        if (time == 0 || !hasDate)
        {
            return false;
        }

        fields = default;
        fields.HasLevel = true;
        fields.Level = level;
        fields.Timestamp = new ByteRange(blank + blanks, time);
        fields.Message = ByteRange.Between(new HeaderScanner(line, fields.Timestamp.End).FindMessage(), line.Length);
        return true;
    }
}
