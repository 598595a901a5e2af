namespace LogAnalysis.Formats;

/// <summary>The access log of Apache and nginx: Common Log Format, combined, and combined with further fields behind.</summary>
/// <remarks>
/// Source: Apache HTTP Server, <c>mod_log_config</c>, nicknames <c>common</c> and <c>combined</c>; nginx,
/// <c>ngx_http_log_module</c>. Both servers escape quotes within the quoted fields.
/// </remarks>
internal sealed class AccessFormat() : LogFormat(
    "access",
    "Apache and nginx access logs: common and combined",
    """192.0.2.7 - frank [17/May/2025:10:05:03 +0000] "GET /img/logo.png HTTP/1.1" 200 5043 "-" "curl/8.5.0" """)
{
    /// <inheritdoc/>
    internal override ContinuationRule Continuation => ContinuationRule.None;

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int client = line.IndexOf((byte)' ');
        int open = line.IndexOf(" ["u8);
        if (client <= 0 || open < client)
        {
            return false;
        }

        int time = open + 2;
        int length = line[time..].IndexOf((byte)']');
        if (length < 0 || !ClfTimestamp.Matches(line.Slice(time, length)) || !line[(time + length)..].StartsWith("] \""u8))
        {
            return false;
        }

        int request = time + length + "] \"".Length;
        if (!TryFindStatus(line, request, out int quote, out short status, out Slice bytes))
        {
            return false;
        }

        fields = default;
        fields.Client = new Slice(0, client);
        fields.Timestamp = new Slice(time, length);
        fields.Request = Slice.Between(request, quote);
        fields.Message = fields.Request;
        fields.Status = status;
        fields.Bytes = bytes;
        return true;
    }

    /// <summary>
    /// The request ends at the first unescaped quote behind which a status and a size stand: so neither a quote within the
    /// request nor digits that a client put there are mistaken for the end of it.
    /// </summary>
    private static bool TryFindStatus(ReadOnlySpan<byte> line, int from, out int quote, out short status, out Slice bytes)
    {
        quote = from - 1;
        while (true)
        {
            int next = line[(quote + 1)..].IndexOf((byte)'"');
            if (next < 0)
            {
                status = 0;
                bytes = default;
                return false;
            }

            quote += 1 + next;
            if (!IsEscaped(line, from, quote) && TryReadStatus(line, quote + 1, out status, out bytes))
            {
                return true;
            }
        }
    }

    private static bool IsEscaped(ReadOnlySpan<byte> line, int from, int quote)
    {
        int slashes = 0;
        while (quote - slashes > from && line[quote - slashes - 1] == '\\')
        {
            slashes++;
        }

        return slashes % 2 == 1;
    }

    /// <summary><c> 200 5043</c> or <c> 304 -</c>: the size must be there, since without it the line was cut off.</summary>
    private static bool TryReadStatus(ReadOnlySpan<byte> line, int at, out short status, out Slice bytes)
    {
        status = 0;
        bytes = default;
        if (line.Length < at + " 200 -".Length || line[at] != ' ' || line[at + 4] != ' '
            || !DigitReader.TryRead(line, at + 1, 3, out int code) || code is < 100 or > 599)
        {
            return false;
        }

        status = (short)code;
        int size = at + " 200 ".Length;
        int digits = DigitReader.CountLeading(line[size..]);
        int end = digits > 0 ? size + digits : size + 1;
        bytes = new Slice(size, digits);
        return (digits > 0 || line[size] == '-') && (end == line.Length || line[end] == ' ');
    }
}
