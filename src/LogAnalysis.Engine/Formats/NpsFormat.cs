using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Formats;

/// <summary>Network Policy Server (IAS) in its database-compatible format: computer, service, date, time, kind of packet, further fields with commas between them.</summary>
/// <remarks>Source: Microsoft Learn, "Interpret NPS Database Format Log Files"; RFC 2865, "Packet Format", codes. Whoever was refused is a warning.</remarks>
internal sealed class NpsFormat() : LogFormat(
    "nps",
    "Network Policy Server and IAS: fields with commas between them",
    "\"WEB1\",\"IAS\",01/24/2025,07:00:30,3,,\"EXAMPLE\\anna\",,,,,,,0,\"192.0.2.7\",\"AP1\",,,,,,,5,\"staff\",16")
{
    /// <inheritdoc/>
    internal override ContinuationRule Continuation => ContinuationRule.None;

    /// <inheritdoc/>
    internal override string FirstBytes => "\"";

    /// <inheritdoc/>
    internal override string NeededMarks => ",\":";

    /// <summary>The level of a kind of packet.</summary>
    internal static LogLevel LevelOf(ReadOnlySpan<byte> packet) => packet is [(byte)'3'] ? LogLevel.Warning : LogLevel.Information;

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int quote = line[1..].IndexOf((byte)'"') + 1;
        ReadOnlySpan<byte> rest = quote > 0 ? line[(quote + 1)..] : default;
        if (!rest.StartsWith(",\"IAS\","u8) && !rest.StartsWith(",\"RAS\","u8))
        {
            return false;
        }

        int date = quote + 1 + ",\"IAS\",".Length;
        ByteRange day = UpToComma(line, date);
        ByteRange clock = UpToComma(line, day.End + 1);
        ByteRange packet = UpToComma(line, clock.End + 1);
        if (!DigitReader.IsNumber(packet.Of(line)) || !char.IsAsciiDigit((char)line[date]) || clock.IsEmpty)
        {
            return false;
        }

        fields = default;
        fields.Date = day;
        fields.Timestamp = clock;
        fields.HasLevel = true;
        fields.Level = LevelOf(packet.Of(line));
        fields.Message = ByteRange.Between(packet.Start, line.Length);
        return true;
    }

    private static ByteRange UpToComma(ReadOnlySpan<byte> line, int start)
    {
        int length = start < line.Length ? line[start..].IndexOf((byte)',') : -1;
        return length < 0 ? new ByteRange(line.Length, 0) : new ByteRange(start, length);
    }
}
