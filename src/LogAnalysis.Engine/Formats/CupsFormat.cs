using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Formats;

/// <summary>
/// CUPS: the pages that were printed, and the levels of its error log that no other format has, emergency and the finer debugging. All its other messages are of
/// <see cref="LevelFirstFormat"/>.
/// </summary>
/// <remarks>Source: CUPS, cupsd-logs(5), <c>error_log</c> and <c>page_log</c>: printer, user, job, time, pages, copies, and the job's name.</remarks>
internal sealed class CupsFormat() : LogFormat(
    "cups",
    "CUPS' page log, and rare levels of its error log",
    "office anna 17 [24/Jan/2025:07:00:30 +0000] total 2 - localhost report.pdf - -")
{
    /// <inheritdoc/>
    internal override ContinuationRule Continuation => ContinuationRule.None;

    /// <inheritdoc/>
    internal override string FirstBytes => FirstByte.Letters;

    /// <inheritdoc/>
    internal override string NeededMarks => "[]:";

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int open = line.IndexOf((byte)'[');
        int time = open < 2 ? 0 : LeadingTimestamp.Match(line[(open + 1)..], out _);
        int close = open + 1 + time;
        if (time == 0 || close + 1 >= line.Length || line[close] != ']' || !line[open..close].Contains((byte)':'))
        {
            return false;
        }

        bool isMessage = open == 2 && line[1] == ' ' && line[0] is (byte)'X' or (byte)'d';
        if (!isMessage && !IsJob(line[..open]))
        {
            return false;
        }

        fields = default;
        fields.HasLevel = true;
        fields.Level = !isMessage ? LogLevel.Information : line[0] == 'X' ? LogLevel.Critical : LogLevel.Trace;
        fields.Timestamp = new ByteRange(open + 1, time);
        fields.Message = ByteRange.Between(isMessage ? close + 2 : 0, line.Length);
        return true;
    }

    /// <summary><c>office anna 17 </c>: printer, user and number.</summary>
    private static bool IsJob(ReadOnlySpan<byte> text)
    {
        var words = new WordReader(text, 0);
        ReadOnlySpan<byte> printer = words.Next().Of(text);
        ReadOnlySpan<byte> user = words.Next().Of(text);
        ReadOnlySpan<byte> job = words.Next().Of(text);
        return !printer.IsEmpty && !user.IsEmpty && user[0] != '-' && DigitReader.IsNumber(job) && words.Rest is [(byte)' '];
    }
}
