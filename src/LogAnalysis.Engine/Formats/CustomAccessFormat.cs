using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Formats;

/// <summary>
/// Access logs in layouts of their own: time or status first, a request without quotes, bars or tabs between the fields. A time and a client, a
/// request and its status behind it make such a line.
/// </summary>
/// <remarks>
/// Source: nginx, <c>log_format</c>; Tomcat, "Access Log Valve"; Atlassian's documentation of the access logs of Jira, Confluence and Bitbucket;
/// Adobe Experience Manager, "Access log"; GlassFish; JFrog Artifactory, "Request log".
/// </remarks>
internal sealed class CustomAccessFormat() : LogFormat(
    "access-custom",
    "Access logs in layouts of their own: time first, status first, request without quotes, bars between fields (nginx, Tomcat, Jira, AEM, GlassFish)",
    "[24/Jan/2025:07:00:30 +0100] frank http-nio-8080-exec-1 192.0.2.7 GET /secure/Dashboard.jspa HTTP/1.1 503 98ms 512")
{
    private const int MinLineLength = 32;
    private const int MaxPrefixLength = 512;

    private static readonly LogFormat[] Others = [AccessFormat.Instance, new EnvoyFormat(), new S3Format(), new LtsvFormat(), new W3cRowFormat()];

    /// <inheritdoc/>
    internal override ContinuationRule Continuation => ContinuationRule.None;

    /// <inheritdoc/>
    internal override string FirstBytes => FirstByte.Digits + FirstByte.Letters + "[\":-";

    /// <inheritdoc/>
    internal override string AlternativeMarks => "\"/";

    /// <inheritdoc/>
    internal override bool BeginsLikeApplication => true;

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        if (line.Length < MinLineLength || line[0] == '{' || line.IndexOfAny((byte)'"', (byte)'/') < 0)
        {
            return false;
        }

        fields = default;
        int request = RequestLine.Find(line, 0, line.Length, ref fields);
        int beginning = request >= 0 ? request : FindQuote(line);
        ByteRange time = beginning is > 0 and <= MaxPrefixLength ? AccessPrefix.FindTime(line[..beginning]) : default;
        if (time.IsEmpty)
        {
            return false;
        }

        request = FindDistant(line, time, request, ref fields);
        if (request < time.End || IsCutOff(line, time, in fields) || !AccessPrefix.TryFindClient(line[..request], time, out ByteRange client) || IsOfAnother(line))
        {
            return false;
        }

        fields.Client = client;
        fields.Timestamp = time;
        fields.Message = fields.Request.Or(fields.Message);
        return true;
    }

    /// <inheritdoc/>
    internal override ByteRange FindUserAgent(ReadOnlySpan<byte> line, in LineFields fields) =>
        fields.Request.IsEmpty ? default : AccessFields.FindUserAgent(line, fields.Request.End + 1);

    /// <inheritdoc/>
    internal override bool ReadFields(ReadOnlySpan<byte> line, in LineFields fields, FieldSink sink)
    {
        AccessFields.ReadQuoted(line, fields.Request.End, sink);
        MessageFields.Read(line[Math.Min(line.Length, fields.Request.End)..], sink);
        return true;
    }

    /// <summary>In the order of the common format, a size must follow the status.</summary>
    private static bool IsCutOff(ReadOnlySpan<byte> line, ByteRange time, in LineFields fields) =>
        fields.Bytes.IsEmpty && time.Start > 1 && line[time.Start - 1] == '[' && fields.Request.End + "\" 200".Length == line.Length;

    /// <summary>The quote before a request, or before what the client of an address sent in place of one; -1 if there is none.</summary>
    private static int FindQuote(ReadOnlySpan<byte> line)
    {
        int quote = RequestLine.FindQuoted(line, 0, line.Length);
        return quote >= 0 ? quote : DistantStatus.FindBroken(line);
    }

    /// <summary>Finds the status where it is not directly behind the request, or what is there is in doubt.</summary>
    private static int FindDistant(ReadOnlySpan<byte> line, ByteRange time, int request, ref LineFields fields)
    {
        if (request >= 0 && !fields.Bytes.IsEmpty && line[..request].TrimEnd((byte)' ') is not [.., (byte)'|'])
        {
            return request;
        }

        int quote = RequestLine.FindQuoted(line, 0, line.Length);
        if (quote < 0)
        {
            return request < 0 ? DistantStatus.TakeBroken(line, ref fields) : request;
        }

        LineFields found = request < 0 ? default : fields;
        bool isDistant = DistantStatus.TryTakeBefore(line, time, quote, ref found) || DistantStatus.TryTakeColumn(line, quote, ref found);
        fields = isDistant ? found : fields;
        return isDistant ? quote : request;
    }

    private static bool IsOfAnother(ReadOnlySpan<byte> line)
    {
        LineFields fields = default;
        foreach (LogFormat other in Others)
        {
            if (other.TryParse(line, ref fields))
            {
                return true;
            }
        }

        return SyslogFormat.MatchHeader(line) > 0;
    }
}
