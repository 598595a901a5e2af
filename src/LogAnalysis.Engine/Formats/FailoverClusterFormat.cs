using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Formats;

/// <summary>The log of Windows' failover clusters: process and thread in hexadecimal, time, level, component in brackets, message.</summary>
/// <remarks>Source: <c>Get-ClusterLog</c>, whose documentation says that times are UTC unless local time was asked for.</remarks>
internal sealed class FailoverClusterFormat() : LogFormat(
    "failover-cluster",
    "Windows failover cluster log (Get-ClusterLog)",
    "000013b8.00001534::2025/01/24-07:00:30.139 ERR   [RHS] Online for resource Cluster Disk 1 gave 2.")
{
    /// <summary>The format, for others that must not take its lines for theirs.</summary>
    public static readonly FailoverClusterFormat Instance = new();

    private const int MaxSectionLength = 24;
    private const int MaxIdLength = 8;

    /// <inheritdoc/>
    internal override string FirstBytes => FirstByte.Digits + "abcdef[";

    /// <inheritdoc/>
    internal override bool MayBegin(LineBeginning beginning) => beginning != LineBeginning.Prose;

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int start = SkipSection(line);
        int process = HexReader.CountLeading(line[start..]);
        if (process is 0 or > MaxIdLength || start + process >= line.Length || line[start + process] != '.')
        {
            return false;
        }

        int thread = start + process + 1;
        int time = thread + HexReader.CountLeading(line[thread..]) + "::".Length;
        int length = time <= line.Length && line[..time].EndsWith("::"u8) ? CalendarTimestamp.Match(line[time..]) : 0;
        if (length == 0)
        {
            return false;
        }

        var words = new WordReader(line, time + length);
        ByteRange level = words.Next();
        fields = default;
        fields.Timestamp = new ByteRange(time, length);
        fields.IsUtc = true;
        fields.HasLevel = LevelNames.TryParseCapitals(level.Of(line), out fields.Level);
        fields.Message = words.Remaining;
        return fields.HasLevel;
    }

    /// <summary>Whether a line is one of this format: the name of a channel in front may be that of a level.</summary>
    internal static bool Matches(ReadOnlySpan<byte> line)
    {
        LineFields fields = default;
        return Instance.TryParse(line, ref fields);
    }

    /// <summary>Lines of several channels have the channel's name in front: <c>[Verbose] 000013b8.00001534::...</c>.</summary>
    private static int SkipSection(ReadOnlySpan<byte> line)
    {
        int close = line[0] == '[' ? line[..Math.Min(line.Length, MaxSectionLength)].IndexOf("] "u8) : -1;
        return close < 0 ? 0 : close + 2;
    }
}
