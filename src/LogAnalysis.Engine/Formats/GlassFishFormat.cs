using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Formats;

/// <summary>GlassFish and Payara in their uniform format: time, level, product, logger, pairs and message, between <c>[#|</c> and <c>|#]</c>.</summary>
/// <remarks>Source: GlassFish Server, "Administration Guide", Administering the Logging Service, uniform log format.</remarks>
internal sealed class GlassFishFormat() : LogFormat(
    "glassfish",
    "GlassFish and Payara, uniform log format",
    "[#|2025-01-24T07:00:30.139+0000|SEVERE|glassfish3.1.2|javax.shop|_ThreadID=17;_ThreadName=main;|could not reach the database|#]")
{
    private const int FieldsBeforeMessage = 4;

    /// <inheritdoc/>
    internal override string FirstBytes => "[";

    private static ReadOnlySpan<byte> Opening => "[#|"u8;

    private static ReadOnlySpan<byte> Closing => "|#]"u8;

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        ReadOnlySpan<byte> text = line.StartsWith(Opening) ? line[Opening.Length..] : default;
        int time = text.IndexOf((byte)'|');
        if (time <= 0 || IsoTimestamp.Match(text) != time)
        {
            return false;
        }

        int level = Opening.Length + time + 1;
        int length = line[level..].IndexOf((byte)'|');
        if (length <= 0)
        {
            return false;
        }

        int message = level;
        for (int field = 0; field < FieldsBeforeMessage && line[message..].IndexOf((byte)'|') is >= 0 and int bar; field++)
        {
            message += bar + 1;
        }

        fields = default;
        fields.Timestamp = new ByteRange(Opening.Length, time);
        fields.HasLevel = true;
        fields.Level = LevelNames.TryParse(line.Slice(level, length), out LogLevel known) ? known : LogLevel.Unknown;
        int end = line.EndsWith(Closing) ? line.Length - Closing.Length : line.Length;
        fields.Message = ByteRange.Between(Math.Min(message, end), end);
        return true;
    }
}
