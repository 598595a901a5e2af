using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Formats;

/// <summary>Reports of Erlang's error logger, as RabbitMQ and others had them: kind and time in a heading, the report below.</summary>
/// <remarks>Source: Erlang/OTP, <c>error_logger</c> and SASL's reports; RabbitMQ before 3.7.</remarks>
internal sealed class ErlangReportFormat() : LogFormat(
    "erlang-report",
    "Erlang's reports: kind and time in a heading (RabbitMQ before 3.7, SASL)",
    "=ERROR REPORT==== 24-Jan-2025::07:00:30 ===")
{
    private static readonly WordTable<LogLevel> Kinds = new(
        (LogLevel.Debug, "DEBUG"),
        (LogLevel.Information, "INFO PROGRESS"),
        (LogLevel.Notice, "NOTICE"),
        (LogLevel.Warning, "WARNING"),
        (LogLevel.Error, "ERROR CRASH SUPERVISOR"),
        (LogLevel.Critical, "CRITICAL ALERT EMERGENCY"));

    private static ReadOnlySpan<byte> Report => " REPORT==== "u8;

    /// <inheritdoc/>
    internal override string FirstBytes => "=";

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int report = line.IndexOf(Report);
        if (report <= 1 || !Kinds.TryFind(line[1..report], out LogLevel level))
        {
            return false;
        }

        int time = report + Report.Length;
        fields = default;
        fields.HasLevel = true;
        fields.Level = level;
        fields.Timestamp = new ByteRange(time, line[time..].TrimEnd(" ="u8).Length);

        // The message is what the report says first.
        fields.MessageFollows = true;
        fields.Message = new ByteRange(0, line.Length);
        return true;
    }
}
