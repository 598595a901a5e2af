using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Formats;

/// <summary>The server access log of Amazon S3, and of the storages that write like it.</summary>
/// <remarks>Source: Amazon S3 documentation, "Amazon S3 server access log format".</remarks>
internal sealed class S3Format() : LogFormat(
    "s3",
    "Amazon S3 server access log",
    """79a59df900b949e5 shop [24/Jan/2025:07:00:30 +0000] 192.0.2.7 - 3E57427F3EXAMPLE REST.GET.OBJECT a.html "GET /shop/a.html HTTP/1.1" 503 SlowDown 113 - 7 6 "-" "S3Console/0.4" - """)
{
    /// <summary>Owner and bucket.</summary>
    private const int MaxOwnerLength = 160;

    private static readonly WordTable<bool> Interfaces = new((true, "REST WEBSITE SOAP S3 BATCH"));

    /// <inheritdoc/>
    internal override ContinuationRule Continuation => ContinuationRule.None;

    /// <inheritdoc/>
    internal override string FirstBytes => FirstByte.Digits + FirstByte.Letters + "-";

    /// <inheritdoc/>
    internal override string NeededMarks => "[]\"";

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int open = line[..Math.Min(line.Length, MaxOwnerLength)].IndexOf(" ["u8);
        int close = open > 0 && line[..open].Count((byte)' ') == 1 ? line[open..].IndexOf("] "u8) : -1;
        if (close < 0 || !ClfTimestamp.Matches(line[(open + 2)..(open + close)]))
        {
            return false;
        }

        var words = new WordReader(line, open + close + 1);
        ByteRange client = words.Next();
        words.Next();
        words.Next();
        ByteRange operation = words.Next();
        ByteRange key = words.Next();
        int quoted = words.Position;
        int request = quoted + " \""u8.Length;
        int end = IsOperation(operation.Of(line)) && line[quoted..].StartsWith(" \""u8) ? FindEnd(line, request) : -1;
        if (end < 0)
        {
            return false;
        }

        fields = default;
        fields.Timestamp = ByteRange.Between(open + 2, open + close);
        fields.Client = line[client.Start] == '-' ? default : client;
        fields.Request = line[request..end].SequenceEqual("-"u8) ? default : ByteRange.Between(request, end);
        fields.Message = fields.Request.Or(ByteRange.Between(operation.Start, key.End));
        TakeResponse(line, end + 1, ref fields);
        return true;
    }

    /// <inheritdoc/>
    internal override ByteRange FindUserAgent(ReadOnlySpan<byte> line, in LineFields fields) =>
        fields.Request.IsEmpty ? default : AccessFields.FindUserAgent(line, fields.Request.End + 1);

    /// <summary>Status, error, bytes sent, size of the object, and the milliseconds of the whole and of S3's part.</summary>
    private static void TakeResponse(ReadOnlySpan<byte> line, int at, ref LineFields fields)
    {
        var words = new WordReader(line, at);
        fields.HasLevel = !StatusCode.TryRead(words.Next().Of(line), out fields.Status);
        fields.Level = LogLevel.Information;
        words.Next();
        fields.Bytes = Number(line, words.Next());
        words.Next();
        fields.Duration = Number(line, words.Next());
        fields.DurationUnit = DurationUnit.Milliseconds;
    }

    /// <summary>The quote after which a status, or a dash in its place, and an error follow: quotes within a request are not escaped.</summary>
    private static int FindEnd(ReadOnlySpan<byte> line, int start)
    {
        for (int at = start; line[at..].IndexOf("\" "u8) is >= 0 and int next; at += next + 1)
        {
            ByteRange status = new WordReader(line, at + next + 1).Next();
            if (StatusCode.TryRead(status.Of(line), out _) || status.Of(line) is [(byte)'-'])
            {
                return at + next;
            }

            at++;
        }

        return -1;
    }

    /// <summary><c>REST.GET.OBJECT</c>.</summary>
    private static bool IsOperation(ReadOnlySpan<byte> word) => word.IndexOf((byte)'.') is > 0 and int dot && Interfaces.Contains(word[..dot]);

    private static ByteRange Number(ReadOnlySpan<byte> line, ByteRange word) => DigitReader.IsNumber(word.Of(line)) ? word : default;
}
