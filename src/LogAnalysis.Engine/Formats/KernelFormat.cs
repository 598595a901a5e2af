using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Formats;

/// <summary>
/// What the Linux kernel has in its buffer, as <c>dmesg</c> prints it: seconds since the start, message; with <c>--decode</c> facility and level before
/// them. When it started no line says.
/// </summary>
/// <remarks>Source: <c>dmesg(1)</c>; Linux, <c>printk</c>.</remarks>
internal sealed class KernelFormat() : LogFormat(
    "dmesg",
    "The Linux kernel's buffer (dmesg): seconds since the start, message",
    "[  124.456789] EXT4-fs error (device sda1): could not read the block")
{
    private const int Decimals = 6;
    private const int MaxLabelLength = 24;

    /// <inheritdoc/>
    internal override ContinuationRule Continuation => ContinuationRule.IndentedLines;

    /// <inheritdoc/>
    internal override string FirstBytes => FirstByte.Letters + "[";

    /// <inheritdoc/>
    internal override string NeededMarks => "[]";

    /// <inheritdoc/>
    internal override bool MayBegin(LineBeginning beginning) => beginning != LineBeginning.Prose;

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int start = SkipLabel(line, out LogLevel level);
        int uptime = start < 0 ? 0 : MatchUptime(line[start..]);
        int time = uptime == 0 && start > 0 ? MatchTime(line[start..]) : 0;
        if (uptime == 0 && time == 0)
        {
            return false;
        }

        int message = start + (uptime > 0 ? uptime : time + "[] ".Length);
        fields = default;
        fields.Timestamp = time > 0 ? new ByteRange(start + 1, time) : default;
        fields.HasLevel = level != LogLevel.Unknown;
        fields.Level = level;
        fields.Message = ByteRange.Between(message, line.Length);
        var header = new HeaderScanner(line, message);
        if (!fields.HasLevel && header.FindLevel(out level, isMessage: true))
        {
            fields.HasLevel = true;
            fields.Level = level;
        }

        return true;
    }

    /// <summary><c>kern  :warn  : </c>; -1 if something else is before the bracket.</summary>
    private static int SkipLabel(ReadOnlySpan<byte> line, out LogLevel level)
    {
        level = LogLevel.Unknown;
        if (line[0] == '[')
        {
            return 0;
        }

        ReadOnlySpan<byte> label = line[..Math.Min(line.Length, MaxLabelLength)];
        label = label[..Math.Max(label.IndexOf((byte)'['), 0)];
        int colon = label.IndexOf((byte)':');
        int end = colon < 0 ? -1 : label[(colon + 1)..].IndexOf(" : "u8) is >= 0 and int padded ? padded : label[(colon + 1)..].IndexOf(": "u8);
        bool isLabel = end > 0 && SyslogSeverity.IsFacility(label[..colon].TrimEnd((byte)' ')) && LevelNames.TryParse(label.Slice(colon + 1, end), out level);
        return isLabel ? label.Length : -1;
    }

    /// <summary>The length of the time that <c>--ctime</c> and <c>--time-format=iso</c> put into the bracket; 0 if there is none.</summary>
    private static int MatchTime(ReadOnlySpan<byte> text)
    {
        int time = text[0] == '[' ? LeadingTimestamp.Match(text[1..], out _) : 0;
        return time > 0 && text[(time + 1)..].StartsWith("] "u8) ? time : 0;
    }

    /// <summary><c>[  124.456789] </c>, perhaps with the thread or processor behind it: <c>[  124.456789][    T1] </c>.</summary>
    private static int MatchUptime(ReadOnlySpan<byte> text)
    {
        int end = BracketedUptime.Match(text, Decimals);
        if (end == 0 || end == text.Length)
        {
            return 0;
        }

        int caller = text[end] == '[' ? text[end..].IndexOf("] "u8) : -1;
        return caller > 0 ? end + caller + 2 : text[end] == ' ' ? end + 1 : 0;
    }
}
