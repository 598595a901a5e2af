using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Formats;

/// <summary>The request log of Go's Gin.</summary>
/// <remarks>Source: Gin, <c>logger.go</c>, <c>defaultLogFormatter</c>.</remarks>
internal sealed class GinFormat() : LogFormat(
    "gin",
    "Gin (Go) request log",
    """[GIN] 2025/01/24 - 07:00:30 | 503 |      12.345ms |       192.0.2.7 | GET      "/orders/17" """)
{
    private const int TimeStart = 6;
    private const int TimeLength = 21;

    /// <inheritdoc/>
    internal override ContinuationRule Continuation => ContinuationRule.IndentedLines;

    /// <inheritdoc/>
    internal override string FirstBytes => "[";

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        if (!line.StartsWith("[GIN] "u8) || CalendarTimestamp.Match(line[TimeStart..]) != TimeLength)
        {
            return false;
        }

        var columns = new WordReader(line, TimeStart + TimeLength, (byte)'|');
        columns.Next();
        ByteRange status = Trim(line, columns.Next());
        ByteRange duration = Trim(line, columns.Next());
        ByteRange client = Trim(line, columns.Next());
        if (!StatusCode.TryRead(status.Of(line), out short code) || !columns.Rest.StartsWith("|"u8))
        {
            return false;
        }

        var words = new WordReader(line, columns.Position + 1);
        ByteRange method = words.Next();
        ByteRange url = Trim(line, ByteRange.Between(words.Position, line.Length));
        bool quoted = url.Length > 1 && line[url.Start] == '"' && line[url.End - 1] == '"';
        fields = default;
        fields.Timestamp = new ByteRange(TimeStart, TimeLength);
        fields.Status = code;
        fields.Duration = duration;
        fields.Client = client;
        fields.Method = method;
        fields.Url = quoted ? new ByteRange(url.Start + 1, url.Length - 2) : url;
        fields.Message = ByteRange.Between(method.Start, line.Length);
        return true;
    }

    private static ByteRange Trim(ReadOnlySpan<byte> line, ByteRange cell)
    {
        ReadOnlySpan<byte> text = cell.Of(line);
        int blanks = text.Length - text.TrimStart((byte)' ').Length;
        return new ByteRange(cell.Start + blanks, text.Trim((byte)' ').Length);
    }
}
