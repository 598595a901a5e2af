using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Formats;

/// <summary>
/// Logs that CMTrace shows, those of Configuration Manager's clients, Intune and deployment tools: the message between marks, and behind it time, date
/// and type. A message may have several lines.
/// </summary>
/// <remarks>Source: Microsoft, Configuration Manager, "CMTrace" and "About log files". Type 1 is information, 2 a warning, 3 an error.</remarks>
internal sealed class CmTraceFormat() : LogFormat(
    "cmtrace",
    "CMTrace: Configuration Manager's clients, Intune, deployment toolkits",
    """<![LOG[Could not reach the management point]LOG]!><time="07:00:30.139-060" date="1-24-2025" component="CcmExec" context="" type="3" thread="4116" file="">""")
{
    /// <summary>The format, for what follows entries over several lines.</summary>
    public static readonly CmTraceFormat Instance = new();

    /// <summary>What an entry begins with.</summary>
    public static ReadOnlySpan<byte> Beginning => "<![LOG["u8;

    /// <summary>What is between the message and the first of the fields.</summary>
    public static ReadOnlySpan<byte> MessageEnd => "]LOG]!><time="u8;

    /// <inheritdoc/>
    internal override ContinuationRule Continuation => ContinuationRule.IndentedLines;

    /// <inheritdoc/>
    internal override string FirstBytes => "<";

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int message = line.StartsWith(Beginning) ? line.IndexOf(MessageEnd) : -1;
        int length = message < 0 ? -1 : line[(message + MessageEnd.Length)..].IndexOf((byte)'>');
        if (length < 0)
        {
            return false;
        }

        var attributes = ByteRange.Between(message + "]LOG]!><".Length, message + MessageEnd.Length + length);
        if (!line[(attributes.End + 1)..].Trim(" \t\r\n"u8).IsEmpty)
        {
            return false;
        }

        fields = default;
        fields.Timestamp = XmlTag.FindAttribute(line, attributes, "time"u8);
        fields.Date = XmlTag.FindAttribute(line, attributes, "date"u8);
        fields.HasBias = true;
        fields.Message = new ByteRange(Beginning.Length, line[Beginning.Length..message].TrimEnd(" \r\n"u8).Length);
        TakeType(XmlTag.FindAttribute(line, attributes, "type"u8).Of(line), ref fields);
        return !fields.Timestamp.IsEmpty && !fields.Date.IsEmpty;
    }

    private static void TakeType(ReadOnlySpan<byte> type, ref LineFields fields)
    {
        fields.HasLevel = type is [>= (byte)'0' and <= (byte)'3'];
        fields.Level = !fields.HasLevel ? LogLevel.Unknown : type[0] switch
        {
            (byte)'2' => LogLevel.Warning,
            (byte)'3' => LogLevel.Error,
            _ => LogLevel.Information,
        };
    }
}
