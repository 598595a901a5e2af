using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Formats;

/// <summary>Samba: a headline with time, debug level, and the place in the source; the message is indented below.</summary>
/// <remarks>
/// Source: <c>smb.conf(5)</c>, <c>log level</c> and <c>debug pid</c>; the lower the level, the more it matters. Level 0 is for errors, but
/// also for the news that the server has started, so that words decide up to level 2.
/// </remarks>
internal sealed class SambaFormat() : LogFormat(
    "samba",
    "Samba: time, debug level and place in the source in a headline, message below",
    "[2025/01/24 07:00:30.139632,  0] ../../source3/smbd/server.c:1741(main)")
{
    private const int MaxBySeverity = 2;
    private const int MaxInformation = 4;
    private const int MaxDebug = 9;

    /// <inheritdoc/>
    internal override string FirstBytes => "[";

    /// <inheritdoc/>
    internal override bool BeginsLikeApplication => true;

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int time = line.Length > 2 && line[0] == '[' ? IsoTimestamp.Match(line[1..]) : 0;
        int comma = time + 1;
        if (time == 0 || comma >= line.Length || line[comma] != ',')
        {
            return false;
        }

        ReadOnlySpan<byte> rest = line[(comma + 1)..].TrimStart((byte)' ');
        int digits = DigitReader.CountLeading(rest);
        int close = line.IndexOf("] "u8);
        if (digits is not (1 or 2) || close < comma || rest[digits..] is not [(byte)',' or (byte)']', ..] || !DigitReader.TryRead(rest, 0, digits, out int number)
            || line[^1] != ')' || !line[close..].Contains((byte)':'))
        {
            return false;
        }

        fields = default;
        fields.Timestamp = new ByteRange(1, time);
        fields.LevelFollows = true;
        fields.HasLevel = number > MaxBySeverity;
        fields.Level = number <= MaxInformation ? LogLevel.Information : number <= MaxDebug ? LogLevel.Debug : LogLevel.Trace;
        fields.Message = ByteRange.Between(close + 2, line.Length);
        return true;
    }
}
