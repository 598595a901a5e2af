using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Formats;

/// <summary>The error logs of IBM MQ: a headline with time, process, user and program; below it attributes, then the message with its code.</summary>
/// <remarks>Source: IBM Documentation, "Error logs on AIX, Linux, and Windows", <c>AMQERR01.LOG</c>. What explains a message, below it, speaks of errors in any case.</remarks>
internal sealed class IbmMqFormat() : LogFormat(
    "ibm-mq",
    "Error logs of IBM MQ (AMQERR01.LOG)",
    "01/24/2025 07:00:30 AM - Process(4711.12) User(mqm) Program(amqrmppa)")
{
    /// <inheritdoc/>
    internal override string FirstBytes => FirstByte.Digits;

    /// <inheritdoc/>
    internal override string NeededMarks => ":";

    /// <inheritdoc/>
    internal override bool BeginsLikeApplication => true;

    private static ReadOnlySpan<byte> Process => "- Process("u8;

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int process = line.IndexOf(Process);
        int time = process < 0 || !line.EndsWith(")"u8) ? 0 : LeadingTimestamp.Match(line, out bool hasDate) is int length && hasDate ? length : 0;
        if (time == 0 || !line[time..process].Trim((byte)' ').IsEmpty)
        {
            return false;
        }

        fields = default;
        fields.Timestamp = new ByteRange(0, time);
        fields.LevelFollows = true;
        fields.Message = ByteRange.Between(process + "- ".Length, line.Length);
        return true;
    }

    /// <summary>Reads the message: <c>AMQ9999E: Channel 'ORDERS' ended abnormally.</c> Before version 9 codes had no letter for the severity; then words decide.</summary>
    internal static bool TryReadMessage(ReadOnlySpan<byte> line, out LogLevel level)
    {
        int colon = line.StartsWith("AMQ"u8) ? line.IndexOf(": "u8) : -1;
        level = LogLevel.Unknown;
        if (colon < 0 || (!MessageCode.TryParse(line[..colon], out level) && !DigitReader.IsNumber(line["AMQ".Length..colon])))
        {
            return false;
        }

        level = level == LogLevel.Unknown && ErrorKeywords.Occur(line[colon..]) ? LogLevel.Error : level;
        return true;
    }
}
