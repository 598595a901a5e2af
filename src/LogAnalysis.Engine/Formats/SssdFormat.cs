using System.Globalization;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Formats;

/// <summary>SSSD: time in round brackets, process, function, a bit mask for the level, message.</summary>
/// <remarks>Source: <c>sssd.conf(5)</c>, <c>debug_level</c>: the bits from 0x0010, fatal failures, to 0x4000 and above, details.</remarks>
internal sealed class SssdFormat() : LogFormat(
    "sssd",
    "SSSD: time in round brackets, process, function, a bit mask for the level",
    "(2025-01-24  7:00:30): [be[example.com]] [sdap_bind] (0x0040): Could not bind to the directory")
{
    private const int MaxTimeLength = 48;
    private const int MaxMaskLength = 6;

    private static readonly (int Bit, LogLevel Level)[] Levels =
    [
        (0x0010, LogLevel.Critical),
        (0x0020, LogLevel.Critical),
        (0x0040, LogLevel.Error),
        (0x0080, LogLevel.Warning),
        (0x0100, LogLevel.Information),
        (0x0200, LogLevel.Debug),
        (0x0400, LogLevel.Debug),
    ];

    private static ReadOnlySpan<byte> Mask => "] (0x"u8;

    /// <inheritdoc/>
    internal override string FirstBytes => "(";

    /// <inheritdoc/>
    internal override bool BeginsLikeApplication => true;

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int close = line[0] == '(' ? line[..Math.Min(line.Length, MaxTimeLength)].IndexOf((byte)')') : -1;
        if (close < 0)
        {
            return false;
        }

        int header = close + 1;
        header += line[header..].StartsWith(": ["u8) ? 1 : 0;
        int mask = line[header..].StartsWith(" ["u8) ? line[header..].IndexOf(Mask) : -1;
        int start = header + mask + Mask.Length;
        int digits = mask < 0 ? 0 : HexReader.CountLeading(line[start..]);
        if (digits is 0 or > MaxMaskLength || !line[(start + digits)..].StartsWith("): "u8) || !int.TryParse(line.Slice(start, digits), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out int bits))
        {
            return false;
        }

        fields = default;
        fields.HasLevel = true;
        fields.Level = ToLevel(bits);
        fields.Timestamp = ByteRange.Between(1, close);
        fields.Message = ByteRange.Between(start + digits + "): ".Length, line.Length);
        return true;
    }

    /// <summary>The level of a bit. Several at once are an announcement, which is always logged.</summary>
    private static LogLevel ToLevel(int bits)
    {
        if (int.PopCount(bits) != 1)
        {
            return LogLevel.Information;
        }

        foreach ((int bit, LogLevel level) in Levels)
        {
            if (bits == bit)
            {
                return level;
            }
        }

        return LogLevel.Trace;
    }
}
