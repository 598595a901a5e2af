using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Formats;

/// <summary>The messages of a session of Data Protector: severity in brackets, process and host, object, time; the text is below.</summary>
/// <remarks>Source: Micro Focus Data Protector, "Troubleshooting Guide", report levels: normal, warning, minor, major, critical.</remarks>
internal sealed class DataProtectorFormat() : LogFormat(
    "data-protector",
    "Data Protector's session messages: severity, source and time in a heading, text below",
    "[Major] From: VBDA@web1 \"C:\"  Time: 1/24/2025 7:00:30 AM")
{
    private static readonly WordTable<LogLevel> Severities = new(
        (LogLevel.Information, "Normal"),
        (LogLevel.Warning, "Warning"),
        (LogLevel.Error, "Minor Major"),
        (LogLevel.Critical, "Critical"));

    /// <inheritdoc/>
    internal override string FirstBytes => "[";

    private static ReadOnlySpan<byte> BehindSeverity => "] From: "u8;

    private static ReadOnlySpan<byte> BeforeTime => " Time: "u8;

    /// <summary>Whether a line is such a heading.</summary>
    internal static bool Matches(ReadOnlySpan<byte> line) => line[0] == '[' && TryReadSeverity(line, out _) && line.LastIndexOf(BeforeTime) > 0;

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int mark = TryReadSeverity(line, out LogLevel level) ? line.LastIndexOf(BeforeTime) : -1;
        if (mark < 0)
        {
            return false;
        }

        fields = default;
        int time = mark + BeforeTime.Length;
        int length = LeadingTimestamp.Match(line[time..], out bool hasDate);
        fields.Timestamp = new ByteRange(time, hasDate ? length : 0);
        fields.HasLevel = true;
        fields.Level = level;
        fields.MessageFollows = true;
        fields.Message = new ByteRange(0, line.Length);
        return true;
    }

    private static bool TryReadSeverity(ReadOnlySpan<byte> line, out LogLevel level)
    {
        int close = line[..Math.Min(line.Length, 12)].IndexOf((byte)']');
        level = LogLevel.Unknown;
        return close > 1 && line[close..].StartsWith(BehindSeverity) && Severities.TryFind(line[1..close], out level);
    }
}
