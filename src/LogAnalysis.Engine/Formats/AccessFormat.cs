using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Formats;

/// <summary>
/// The access log of Apache and nginx, and of the many that write like them: common, combined, with the virtual host in front, with
/// further fields and the response time after.
/// </summary>
/// <remarks>
/// Source: Apache HTTP Server, <c>mod_log_config</c>, nicknames <c>common</c>, <c>combined</c> and <c>vhost_combined</c>; nginx,
/// <c>ngx_http_log_module</c>; ingress-nginx, "Log format"; Traefik, "Access logs"; werkzeug and Django's development servers. All of
/// them escape quotes within the quoted fields.
/// </remarks>
internal sealed class AccessFormat() : LogFormat(
    "access",
    "Access logs: common and combined, with virtual host, with response time (Apache, nginx, Traefik, gunicorn, Tomcat, Flask)",
    """192.0.2.7 - frank [17/May/2025:10:05:03 +0000] "GET /img/logo.png HTTP/1.1" 200 5043 "-" "curl/8.5.0" """)
{
    /// <summary>The format, for code that already knows that a line has it.</summary>
    public static readonly AccessFormat Instance = new();

    private static ReadOnlySpan<byte> BeforeTime => " - - ["u8;

    /// <summary>With the virtual host, and a user's name of two words. More may be the header of another format.</summary>
    private const int MaxFieldsBeforeTime = 6;

    /// <summary>With the proxies that a request came by, separated by commas.</summary>
    private const int MaxWithProxies = 16;

    private const int MinLineLength = 40;

    /// <inheritdoc/>
    internal override ContinuationRule Continuation => ContinuationRule.None;

    /// <inheritdoc/>
    internal override string FirstBytes => FirstByte.NoBrace;

    /// <inheritdoc/>
    internal override string NeededMarks => "]\"";

    /// <inheritdoc/>
    internal override bool BeginsLikeApplication => true;

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        if (!TryParseLine(line, FindPlainClient(line), ref fields) || !AccessClient.MayBe(fields.Client.Of(line)))
        {
            return false;
        }

        ReadOnlySpan<byte> client = fields.Client.Of(line);
        if (client is [(byte)'"', .., (byte)'"'])
        {
            fields.Client = new ByteRange(fields.Client.Start + 1, client.Length - 2);
        }

        fields.Client = fields.Client.Of(line) is [] or [(byte)'-'] ? default : ClientAddress.WithoutPortIfAny(line, fields.Client);
        return true;
    }

    /// <inheritdoc/>
    internal override ByteRange FindUserAgent(ReadOnlySpan<byte> line, in LineFields fields) => AccessFields.FindUserAgent(line, Math.Max(fields.Bytes.End, fields.Request.End + 1));

    /// <inheritdoc/>
    internal override bool HasOnlyCommonFields => true;

    /// <inheritdoc/>
    internal override bool ReadFields(ReadOnlySpan<byte> line, in LineFields fields, FieldSink sink)
    {
        AccessFields.Read(line, in fields, sink);
        return true;
    }

    /// <summary>A shortcut of <see cref="TryParse"/> for most lines of most logs, with the same answer; false for any other line.</summary>
    public static bool TryRecall(ReadOnlySpan<byte> line, ref LineFields fields) =>
        MatchPlainAddress(line) is > 0 and int client && TryParseLine(line, client, ref fields);

    /// <param name="line">The line.</param>
    /// <param name="client">The length of the client's address where nothing is said of who he is; 0 elsewhere.</param>
    /// <param name="fields">Receives the fields.</param>
    private static bool TryParseLine(ReadOnlySpan<byte> line, int client, ref LineFields fields)
    {
        int time = client > 0 ? client + BeforeTime.Length : FindTime(line);
        int length = time == 0 ? -1 : line[time..].IndexOf((byte)']');
        if (length < 0 || !line[(time + length)..].StartsWith("] \""u8) || !IsTime(line, time, length))
        {
            return false;
        }

        int request = time + length + "] \"".Length;
        if (!TryFindStatus(line, request, out int quote, out short status, out ByteRange bytes))
        {
            return false;
        }

        fields = default;
        fields.Client = client > 0 ? new ByteRange(0, client) : AccessClient.Find(line[..(time - 1)]);
        fields.Timestamp = new ByteRange(time, length);
        fields.Request = ByteRange.Between(request, quote);
        fields.Message = fields.Request;
        fields.Status = status;
        fields.HasLevel = status == 0;
        fields.Level = LogLevel.Information;
        fields.Bytes = bytes;
        if ((line[^1] != '"' || char.IsAsciiDigit((char)line[bytes.End + 1])) && line[time + "01/24"u8.Length] != '/')
        {
            // After the quoted fields, or before them, is more than those. With a date of numbers, in the logs of cPanel, it is a port.
            fields.Duration = ByteRange.Between(bytes.Start, line.Length);
            fields.DurationUnit = DurationUnit.AccessLog;
        }

        return true;
    }

    /// <summary>
    /// The length of the address of IPv4 with which a line begins, before the dashes for a client of whom nothing is known; 0 if it does not. No container's
    /// name looks so, nor does a time: a date with points has them after two digits each, or after four, and a whole year.
    /// </summary>
    private static int MatchPlainAddress(ReadOnlySpan<byte> line)
    {
        if (line.Length < MinLineLength)
        {
            return 0;
        }

        // All at once: where an address ends cannot be foreseen.
        Vector128<byte> beginning = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(line));
        Vector128<byte> points = Vector128.Equals(beginning, Vector128.Create((byte)'.'));
        Vector128<byte> digits = Vector128.LessThanOrEqual(beginning - Vector128.Create((byte)'0'), Vector128.Create((byte)9));
        int length = BitOperations.TrailingZeroCount(~(points | digits).ExtractMostSignificantBits());
        int point = BitOperations.TrailingZeroCount(points.ExtractMostSignificantBits());
        bool mayBeDate = point == 2 && line[5] == '.' && DigitReader.TryRead(line, 6, 4, out _);
        return point is > 0 and < 4 && length < Vector128<byte>.Count && !mayBeDate && line[length..].StartsWith(BeforeTime) ? length : 0;
    }

    /// <summary>
    /// The length of the client's address where nothing is said of who he is, as in most lines: a shortcut, with the answers of
    /// <see cref="FindTime"/> and <see cref="AccessClient.Find"/>. 0 elsewhere.
    /// </summary>
    private static int FindPlainClient(ReadOnlySpan<byte> line)
    {
        int blank = line.IndexOf((byte)' ');
        return blank > 0 && line[blank..].StartsWith(BeforeTime) ? blank : 0;
    }

    /// <summary>The first byte of the time, after a bracket at the beginning of the line or after a space; 0 if there is none.</summary>
    private static int FindTime(ReadOnlySpan<byte> line)
    {
        if (line[0] == '[')
        {
            return 1;
        }

        int open = line.IndexOf(" ["u8);
        int blanks = open > 0 ? line[..open].Count((byte)' ') : 0;
        return open > 0 && (blanks < MaxFieldsBeforeTime || (blanks < MaxWithProxies && line[..open].IndexOf(", "u8) > 0 && line[0] != '<' && SyslogFormat.MatchHeader(line) == 0)) ? open + 2 : 0;
    }

    private static bool IsTime(ReadOnlySpan<byte> line, int start, int length)
    {
        ReadOnlySpan<byte> text = line.Slice(start, length);
        return ClfTimestamp.Matches(text)
            || (length >= IsoTimestamp.MinuteLength && (start > 1 || text[2] == '/') && (CalendarTimestamp.Match(text) == length || IsoTimestamp.Match(text) == length));
    }

    /// <summary>
    /// The request ends at the first unescaped quote after which a status and a size stand: so neither a quote within the
    /// request nor digits that a client put there are mistaken for the end of it.
    /// </summary>
    private static bool TryFindStatus(ReadOnlySpan<byte> line, int from, out int quote, out short status, out ByteRange bytes)
    {
        quote = from - 1;
        bool isFirst = true;
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
            if (!IsEscaped(line, from, quote))
            {
                if (TryReadStatus(line, quote + 1, out status, out bytes) || (isFirst && HasNoStatus(line, quote + 1, out bytes)))
                {
                    return true;
                }

                isFirst = false;
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
    private static bool TryReadStatus(ReadOnlySpan<byte> line, int at, out short status, out ByteRange bytes)
    {
        status = 0;
        bytes = default;
        return line.Length >= at + " 200 -".Length && line[at] == ' ' && line[at + 4] == ' ' && StatusCode.TryRead(line.Slice(at + 1, 3), out status)
            && TryReadSize(line, at + " 200 ".Length, out bytes);
    }

    /// <summary><c> - 0</c>, <c> 000 0</c>: no response was sent.</summary>
    private static bool HasNoStatus(ReadOnlySpan<byte> line, int at, out ByteRange bytes)
    {
        var words = new WordReader(line, at);
        bytes = default;
        return StatusCode.IsAbsent(words.Next().Of(line)) && words.Position + 1 < line.Length && TryReadSize(line, words.Position + 1, out bytes);
    }

    private static bool TryReadSize(ReadOnlySpan<byte> line, int size, out ByteRange bytes)
    {
        int digits = DigitReader.CountLeading(line[size..]);
        int end = digits > 0 ? size + digits : size + 1;
        bytes = new ByteRange(size, digits);
        return (digits > 0 || line[size] == '-') && (end == line.Length || line[end] == ' ');
    }
}
