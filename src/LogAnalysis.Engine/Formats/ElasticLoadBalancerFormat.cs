using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Formats;

/// <summary>
/// The access logs of AWS load balancers: application load balancers, which begin with the request's type, classic ones, and network load
/// balancers, which know no requests.
/// </summary>
/// <remarks>Source: AWS documentation, "Access logs for your Application Load Balancer", "... Classic Load Balancer", "... Network Load Balancer".</remarks>
internal sealed class ElasticLoadBalancerFormat() : LogFormat(
    "elb",
    "AWS application, classic and network load balancers",
    """http 2025-01-24T07:00:30.139Z app/shop/50dc6c495c0c9188 192.0.2.7:2817 10.0.0.1:80 0.000 0.001 0.000 502 - 34 366 "GET http://www.example.com:80/ HTTP/1.1" "curl/8.5.0" - - """)
{
    private static readonly WordTable<bool> Types = new((true, "http https h2 grpcs ws wss"));

    /// <inheritdoc/>
    internal override ContinuationRule Continuation => ContinuationRule.None;

    /// <inheritdoc/>
    internal override string FirstBytes => FirstByte.Digits + "hgtw";

    /// <inheritdoc/>
    internal override bool BeginsLikeApplication => true;

    /// <inheritdoc/>
    internal override bool MayBegin(LineBeginning beginning) => beginning != LineBeginning.Prose;

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        if (line.StartsWith("tls "u8))
        {
            return TryParseConnection(line, ref fields);
        }

        int blank = line[..Math.Min(line.Length, 6)].IndexOf((byte)' ');
        int start = blank > 0 && Types.Contains(line[..blank]) ? blank + 1 : 0;
        int time = IsoTimestamp.Match(line[start..]);
        if (time == 0)
        {
            return false;
        }

        var words = new WordReader(line, start + time);
        words.Next();
        ByteRange client = words.Next();
        words.Next();
        ByteRange first = words.Next();
        ByteRange second = words.Next();
        ByteRange third = words.Next();
        ByteRange status = words.Next();
        ByteRange behind = words.Next();
        words.Next();
        ByteRange sent = words.Next();
        if (!ClientAddress.Matches(client.Of(line)) || !IsSpan(first.Of(line)) || !IsSpan(second.Of(line)) || !IsSpan(third.Of(line))
            || behind.IsEmpty || !words.Rest.StartsWith(" \""u8))
        {
            return false;
        }

        int request = words.Position + 2;
        int close = QuotedText.FindEnd(line, request);
        if (close < 0)
        {
            return false;
        }

        fields = default;
        fields.Timestamp = new ByteRange(start, time);
        fields.Client = ClientAddress.WithoutPort(line, client);
        fields.Bytes = sent;
        fields.Request = ByteRange.Between(request, close);
        fields.Message = fields.Request;
        fields.Duration = line[second.Start] == '-' ? default : second;

        // A dash is where there was no response, or no HTTP at all.
        fields.HasLevel = !StatusCode.TryRead(status.Of(line), out fields.Status);
        fields.Level = LogLevel.Information;
        return true;
    }

    /// <summary>Type, version, time, balancer, listener, client, destination, and the milliseconds of the connection.</summary>
    private static bool TryParseConnection(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        var words = new WordReader(line, "tls"u8.Length);
        ByteRange version = words.Next();
        ByteRange time = words.Next();
        words.Next();
        words.Next();
        ByteRange client = words.Next();
        words.Next();
        ByteRange elapsed = words.Next();
        words.Next();
        words.Next();
        fields = default;
        fields.Timestamp = time;
        fields.Client = ClientAddress.WithoutPort(line, client);
        fields.Duration = elapsed;
        fields.DurationUnit = DurationUnit.Milliseconds;
        fields.Bytes = words.Next();

        // The log is in UTC, and says so only in part.
        fields.IsUtc = true;
        fields.HasLevel = true;
        fields.Level = LogLevel.Information;
        return DigitReader.IsDecimal(version.Of(line)) && IsoTimestamp.Match(time.Of(line)) == time.Length && ClientAddress.Matches(client.Of(line));
    }

    /// <summary>A time in seconds, or -1 where there was none.</summary>
    private static bool IsSpan(ReadOnlySpan<byte> word) =>
        word.SequenceEqual("-1"u8) || word.SequenceEqual("-"u8) || DigitReader.IsDecimal(word);
}
