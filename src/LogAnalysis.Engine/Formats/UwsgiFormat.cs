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
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int client = line.StartsWith("[pid: "u8) ? line.IndexOf("] "u8) + 2 : 0;
        int open = client < 2 ? -1 : line.IndexOf("} ["u8);
        int close = open < 0 ? -1 : line[open..].IndexOf("] "u8) + open;
        int arrow = close <= open ? -1 : line[close..].LastIndexOf(" => generated "u8) + close;
        int status = arrow <= close ? -1 : line[arrow..].IndexOf(" (HTTP/"u8) + arrow;
        if (status <= arrow || line[(status + 1)..].IndexOf((byte)' ') is not (>= 0 and int blank)
            || !DigitReader.TryRead(line, status + 1 + blank + 1, 3, out int code) || code is < 100 or > 599)
        {
            return false;
        }

        fields = default;
        fields.Client = new Slice(client, Math.Max(line[client..].IndexOf((byte)' '), 0));
        fields.Timestamp = Slice.Between(open + "} [".Length, close);
        fields.Request = Slice.Between(close + "] ".Length, arrow);
        fields.Message = fields.Request;
        fields.Status = (short)code;
        int size = arrow + " => generated ".Length;
        fields.Bytes = new Slice(size, DigitReader.CountLeading(line[size..]));
        return true;
    }
}
