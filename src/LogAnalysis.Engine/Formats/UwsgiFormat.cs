using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Formats;

/// <summary>uWSGI's request log.</summary>
/// <remarks>Source: uWSGI documentation, "Formatting uWSGI requests logs", the default format.</remarks>
internal sealed class UwsgiFormat() : LogFormat(
    "uwsgi",
    "uWSGI request log",
    "[pid: 881|app: 0|req: 1/1] 192.0.2.7 () {38 vars in 696 bytes} [Fri Jan 24 07:00:30 2025] POST /orders => generated 47 bytes in 129 msecs (HTTP/1.1 200) 9 headers in 378 bytes (1 switches on core 3)")
{
    /// <inheritdoc/>
    internal override ContinuationRule Continuation => ContinuationRule.None;

    /// <inheritdoc/>
    internal override string FirstBytes => "[";

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int client = line.StartsWith("[pid: "u8) ? FindBehind(line, 0, "] "u8) : -1;
        int time = FindBehind(line, client, "} ["u8);
        int request = FindBehind(line, time, "] "u8);

        // The last one: what a client asked for is before it, whatever it holds.
        int arrow = line.LastIndexOf(" => generated "u8);
        int size = request >= 0 && arrow >= request ? arrow + " => generated ".Length : -1;
        int protocol = FindBehind(line, size, " (HTTP/"u8);
        int status = FindBehind(line, protocol, " "u8);
        if (status < 0 || !DigitReader.TryRead(line, status, 3, out int code) || code is < 100 or > 599)
        {
            return false;
        }

        fields = default;
        fields.Client = new ByteRange(client, Math.Max(line[client..].IndexOf((byte)' '), 0));
        fields.Timestamp = ByteRange.Between(time, request - "] ".Length);
        fields.Request = ByteRange.Between(request, arrow);
        fields.Message = fields.Request;
        fields.Status = (short)code;
        TakeDuration(line, size, protocol, ref fields);
        fields.Bytes = new ByteRange(size, DigitReader.CountLeading(line[size..]));
        return true;
    }

    /// <summary><c>47 bytes in 129 msecs</c>, or <c>micros</c>.</summary>
    private static void TakeDuration(ReadOnlySpan<byte> line, int from, int end, ref LineFields fields)
    {
        int start = FindBehind(line, from, " bytes in "u8);
        int digits = start < 0 ? 0 : DigitReader.CountLeading(line[start..]);
        fields.Duration = new ByteRange(Math.Max(start, 0), digits);
        bool isMicros = digits > 0 && start < end && line[(start + digits)..].StartsWith(" micros"u8);
        fields.DurationUnit = isMicros ? DurationUnit.Microseconds : DurationUnit.Milliseconds;
    }

    /// <summary>The first byte after a mark that is sought from a position on; -1 if there is none, or no position.</summary>
    private static int FindBehind(ReadOnlySpan<byte> line, int from, ReadOnlySpan<byte> mark) =>
        from >= 0 && line[from..].IndexOf(mark) is >= 0 and int at ? from + at + mark.Length : -1;
}
