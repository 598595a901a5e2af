using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Formats;

/// <summary>The request logs of Go's Gin, Negroni and Fiber: time, status, duration, client, method and URL, with bars between them.</summary>
/// <remarks>Source: Gin, <c>logger.go</c>, <c>defaultLogFormatter</c>; Negroni, <c>LoggerDefaultFormat</c>; Fiber, "Logger".</remarks>
internal sealed class GinFormat() : LogFormat(
    "gin",
    "Gin, Negroni and Fiber (Go) request logs",
    """[GIN] 2025/01/24 - 07:00:30 | 503 |      12.345ms |       192.0.2.7 | GET      "/orders/17" """)
{
    /// <summary>A name in brackets is before the time.</summary>
    private const int MaxTimeLength = 48;

    /// <inheritdoc/>
    internal override ContinuationRule Continuation => ContinuationRule.IndentedLines;

    /// <inheritdoc/>
    internal override string FirstBytes => FirstByte.Digits + "[";

    /// <inheritdoc/>
    internal override string NeededMarks => "|";

    /// <inheritdoc/>
    internal override bool BeginsLikeApplication => true;

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        if (line[..Math.Min(line.Length, MaxTimeLength)].IndexOf(" | "u8) < 0)
        {
            return false;
        }

        int start = line.StartsWith("[GIN] "u8) ? "[GIN] ".Length : line.StartsWith("[negroni] "u8) ? "[negroni] ".Length : 0;
        bool hasDate = false;
        int time = line[0] == '[' && start == 0 ? 0 : LeadingTimestamp.Match(line[start..], out hasDate);
        int end = start + time;
        if (time == 0 || !line[end..].StartsWith(" | "u8))
        {
            return false;
        }

        var columns = new WordReader(line, end + 1, (byte)'|');
        ByteRange status = Trim(line, columns.Next());
        ByteRange duration = Trim(line, columns.Next());
        ByteRange client = Trim(line, columns.Next());
        ByteRange request = columns.Next();
        ByteRange url = Trim(line, columns.Next());
        if (!StatusCode.TryRead(status.Of(line), out short code) || DurationText.Read(duration.Of(line), DurationUnit.Seconds) is null || request.IsEmpty)
        {
            return false;
        }

        // Gin and Negroni have no bar before the URL, which may hold some.
        var words = new WordReader(line, request.Start);
        ByteRange method = words.Next();
        bool hasOwnColumn = Trim(line, request).Length == method.Length;
        url = hasOwnColumn ? url : Trim(line, ByteRange.Between(words.Position, line.Length));
        bool quoted = url.Length > 1 && line[url.Start] == '"' && line[url.End - 1] == '"';
        fields = default;
        fields.Timestamp = hasDate ? new ByteRange(start, time) : default;
        fields.Status = code;
        fields.Duration = duration;
        fields.Client = ClientAddress.WithoutPortIfAny(line, client);
        fields.Method = method;
        fields.Url = quoted ? new ByteRange(url.Start + 1, url.Length - 2) : url;
        fields.Message = ByteRange.Between(method.Start, line.Length);
        return HttpMethods.Contains(method.Of(line));
    }

    private static ByteRange Trim(ReadOnlySpan<byte> line, ByteRange cell)
    {
        ReadOnlySpan<byte> text = cell.Of(line);
        int blanks = text.Length - text.TrimStart(" \t"u8).Length;
        return new ByteRange(cell.Start + blanks, text.Trim(" \t"u8).Length);
    }
}
