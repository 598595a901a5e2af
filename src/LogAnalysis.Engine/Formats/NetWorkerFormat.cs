using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Formats;

/// <summary>NetWorker's rendered logs: number of the message, time, six numbers, host, program, category, severity, message.</summary>
/// <remarks>Source: Dell EMC NetWorker Administration Guide, "Rendering a raw log file": message id, time, category and severity as numbers, process and thread.</remarks>
internal sealed class NetWorkerFormat() : LogFormat(
    "networker",
    "NetWorker's rendered logs (nsr_render_log of daemon.raw)",
    "39078 1/24/2025 7:00:30 AM  2 5 0 4711 1234 0 backup1 nsrmmd NSR critical could not open the tape drive")
{
    private const int MaxIdLength = 7;
    private const int Numbers = 6;

    /// <inheritdoc/>
    internal override string FirstBytes => FirstByte.Digits;

    /// <inheritdoc/>
    internal override string NeededMarks => ":";

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int digits = DigitReader.CountLeading(line);
        int start = digits + 1;
        if (digits > MaxIdLength || start >= line.Length || line[digits] != ' ' || !char.IsAsciiDigit((char)line[start]))
        {
            return false;
        }

        int time = LeadingTimestamp.Match(line[start..], out bool hasDate);
        if (time == 0 || !hasDate)
        {
            return false;
        }

        var words = new WordReader(line, start + time);
        for (int number = 0; number < Numbers; number++)
        {
            if (!DigitReader.IsNumber(words.Next().Of(line)))
            {
                return false;
            }
        }

        ByteRange host = words.Next();
        ByteRange program = words.Next();
        ByteRange category = words.Next();
        fields = default;
        fields.HasLevel = LevelNames.TryParse(words.Next().Of(line), out fields.Level);
        fields.Timestamp = new ByteRange(start, time);
        fields.Message = words.Remaining;
        return fields.HasLevel && !host.IsEmpty && !program.IsEmpty && !category.Of(line).ContainsAnyExceptInRange((byte)'A', (byte)'Z');
    }
}
