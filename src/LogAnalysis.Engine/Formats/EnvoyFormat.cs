using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Formats;

/// <summary>Envoy's access log in its default format, as Istio's proxies write it too.</summary>
/// <remarks>Source: Envoy documentation, "Access logging", "Default format string".</remarks>
internal sealed class EnvoyFormat() : LogFormat(
    "envoy",
    "Envoy and Istio access log",
    """[2025-01-24T07:00:30.139Z] "GET /orders HTTP/1.1" 503 UF 0 91 5 - "192.0.2.7" "curl/8.5.0" "50dc6c49" "shop.example.com" "10.0.0.1:80" """)
{
    /// <inheritdoc/>
    internal override ContinuationRule Continuation => ContinuationRule.None;

    /// <inheritdoc/>
    internal override string FirstBytes => "[";

    /// <inheritdoc/>
    internal override bool BeginsLikeApplication => true;

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int time = line[0] == '[' ? IsoTimestamp.Match(line[1..]) : 0;
        int request = time + "[] \"".Length;
        if (time == 0 || !line[(1 + time)..].StartsWith("] \""u8))
        {
            return false;
        }

        int close = QuotedText.FindEnd(line, request);
        if (close < 0)
        {
            return false;
        }

        var words = new WordReader(line, close + 1);
        ByteRange status = words.Next();
        ByteRange flags = words.Next();
        if (flags.IsEmpty || DigitReader.IsNumber(flags.Of(line)) || !DigitReader.TryRead(line, status.Start, 1, out _) || status.Length > 3)
        {
            return false;
        }

        fields = default;
        fields.Timestamp = new ByteRange(1, time);
        fields.Request = ByteRange.Between(request, close);
        fields.Message = fields.Request;
        fields.HasLevel = !StatusCode.TryRead(status.Of(line), out fields.Status);
        fields.Level = LogLevel.Information;
        TakeNumbers(line, ref words, ref fields);
        return true;
    }

    /// <summary>
    /// After the flags, and in later versions what is known of the failure, are bytes received and sent, milliseconds, and those of the upstream;
    /// then, in quotes, who the request was forwarded for. Istio appends addresses, of which the fourth word is the client's.
    /// </summary>
    private static void TakeNumbers(ReadOnlySpan<byte> line, ref WordReader words, ref LineFields fields)
    {
        ByteRange word = words.Next();
        while (!word.IsEmpty && line[word.Start..word.End].ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            word = words.Next();
        }

        fields.Bytes = words.Next();
        fields.Duration = words.Next();
        fields.DurationUnit = DurationUnit.Milliseconds;
        words.Next();
        fields.Client = FindForwarded(line, words.Next());
        if (fields.Client.IsEmpty)
        {
            words = new WordReader(line, line.LastIndexOf((byte)'"') + 1);
            words.Next();
            words.Next();
            words.Next();
            word = words.Next();
            fields.Client = ClientAddress.Matches(word.Of(line)) ? ClientAddress.WithoutPort(line, word) : default;
        }
    }

    /// <summary>The first of the addresses in quotes, perhaps with a comma after it.</summary>
    private static ByteRange FindForwarded(ReadOnlySpan<byte> line, ByteRange word)
    {
        ReadOnlySpan<byte> text = word.Of(line).Trim("\","u8);
        int comma = text.IndexOf((byte)',');
        var address = new ByteRange(word.Start + 1, comma < 0 ? text.Length : comma);
        return word.Of(line) is [(byte)'"', ..] && ClientAddress.IsAddress(address.Of(line)) ? ClientAddress.WithoutPortIfAny(line, address) : default;
    }
}
