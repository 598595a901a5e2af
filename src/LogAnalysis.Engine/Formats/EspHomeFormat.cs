using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Formats;

/// <summary>ESPHome: time of day, a letter for the level, component and line in brackets, message. C is of what is configured.</summary>
/// <remarks>Source: ESPHome, <c>esphome/components/logger</c>: the letters <c>E W I C D V VV</c>; its serial port has no times.</remarks>
internal sealed class EspHomeFormat() : LogFormat(
    "esphome",
    "ESPHome: time of day, a level letter, component and line in brackets",
    "[07:00:30][E][wifi:017]: Could not reach the access point")
{
    private const int MaxTimeLength = 16;
    private const int MaxTagLength = 64;

    private static readonly WordTable<LogLevel> Letters = new(
        (LogLevel.Trace, "VV"),
        (LogLevel.Debug, "C D V"),
        (LogLevel.Information, "I"),
        (LogLevel.Warning, "W"),
        (LogLevel.Error, "E"));

    /// <inheritdoc/>
    internal override string FirstBytes => "[";

    /// <inheritdoc/>
    internal override string NeededMarks => "[]:";

    /// <summary>Whether a line is one of them.</summary>
    internal static bool Matches(ReadOnlySpan<byte> line) => FindMessage(line, out _) > 0;

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int message = FindMessage(line, out LogLevel level);
        if (message == 0)
        {
            return false;
        }

        fields = LineFields.OfLevel(level, ByteRange.Between(message, line.Length));
        return true;
    }

    private static int FindMessage(ReadOnlySpan<byte> line, out LogLevel level)
    {
        level = LogLevel.Unknown;
        int start = line[0] == '[' ? SkipTime(line) : line.Length;
        int close = start + 1 < line.Length ? line.Slice(start + 1, Math.Min(line.Length - start - 1, 3)).IndexOf((byte)']') : -1;
        int tag = start + close + 2;
        if (close <= 0 || tag >= line.Length || line[tag] != '[' || !Letters.TryFind(line.Slice(start + 1, close), out level))
        {
            return 0;
        }

        int end = line[tag..Math.Min(line.Length, tag + MaxTagLength)].IndexOf("]:"u8);
        ReadOnlySpan<byte> name = end < 0 ? default : line.Slice(tag + 1, end - 1);
        int colon = name.LastIndexOf((byte)':');
        int message = tag + end + "]:".Length;
        return colon > 0 && DigitReader.IsNumber(name[(colon + 1)..]) ? message + (message < line.Length && line[message] == ' ' ? 1 : 0) : 0;
    }

    private static int SkipTime(ReadOnlySpan<byte> line)
    {
        int close = line[..Math.Min(line.Length, MaxTimeLength)].IndexOf((byte)']');
        bool isTime = close > 8 && LeadingTimestamp.Match(line[1..], out bool hasDate) == close - 1 && !hasDate;
        return isTime ? close + 1 : 0;
    }
}
