using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Formats;

/// <summary>What Nagios and its kin log of hosts and services: time, kind, and fields with semicolons between them, of which one is the state.</summary>
/// <remarks>
/// Source: Nagios Core, "Plugin API", states of services and hosts, and its log of alerts, states and notifications. What is good again is no error, whatever the
/// plugin says; a host that is down is one. All other lines are an application's text.
/// </remarks>
internal sealed class NagiosFormat() : LogFormat(
    "nagios",
    "Nagios, Naemon and Shinken: alerts, states and notifications of hosts and services",
    "[1737702030] SERVICE ALERT: web1;HTTP;CRITICAL;HARD;3;the connection was refused")
{
    private const int MaxFields = 4;

    private static readonly WordTable<LogLevel> States = new(
        (LogLevel.Information, "OK UP RECOVERY PENDING"),
        (LogLevel.Warning, "WARNING UNKNOWN"),
        (LogLevel.Error, "DOWN UNREACHABLE"),
        (LogLevel.Critical, "CRITICAL"));

    /// <inheritdoc/>
    internal override ContinuationRule Continuation => ContinuationRule.None;

    /// <inheritdoc/>
    internal override string FirstBytes => "[";

    /// <inheritdoc/>
    internal override string NeededMarks => "[]:";

    /// <summary>Whether a line is one of this format.</summary>
    internal static bool Matches(ReadOnlySpan<byte> line)
    {
        LineFields fields = default;
        return TryRead(line, ref fields);
    }

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields) => TryRead(line, ref fields);

    private static bool TryRead(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int digits = DigitReader.CountLeading(line[1..]);
        int kind = digits + 3;
        if (digits != EpochTimestamp.MinDigits + 1 || !line[(digits + 1)..].StartsWith("] "u8))
        {
            return false;
        }

        int colon = line[kind..].IndexOf(": "u8);
        if (colon < 0 || !IsKind(line.Slice(kind, colon)) || !TryReadState(line[(kind + colon + 2)..], out LogLevel level))
        {
            return false;
        }

        fields = default;
        fields.Timestamp = new ByteRange(1, digits);
        fields.HasLevel = true;
        fields.Level = level;
        fields.Message = ByteRange.Between(kind, line.Length);
        return true;
    }

    private static bool IsKind(ReadOnlySpan<byte> kind) =>
        (kind.IndexOf("SERVICE "u8) >= 0 || kind.IndexOf("HOST "u8) >= 0)
        && (kind.EndsWith(" ALERT"u8) || kind.EndsWith(" STATE"u8) || kind.EndsWith(" NOTIFICATION"u8));

    /// <summary>The state is behind the names of contact, host and service, as far as these are there.</summary>
    private static bool TryReadState(ReadOnlySpan<byte> text, out LogLevel level)
    {
        level = LogLevel.Unknown;
        for (int field = 0; field < MaxFields; field++)
        {
            int length = text.IndexOf((byte)';');
            ReadOnlySpan<byte> value = length < 0 ? text : text[..length];
            if (field > 0 && States.TryFind(value, out level))
            {
                return true;
            }

            if (length < 0)
            {
                return false;
            }

            text = text[(length + 1)..];
        }

        return false;
    }
}
