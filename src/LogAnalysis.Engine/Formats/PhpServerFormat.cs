using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Formats;

/// <summary>The web server that PHP brings for development.</summary>
/// <remarks>Source: PHP, <c>php_cli_server.c</c>.</remarks>
internal sealed class PhpServerFormat() : LogFormat(
    "php-server",
    "PHP's built-in web server",
    "[Fri Jan 24 07:00:30 2025] 192.0.2.7:51210 [404]: GET /orders - No such file or directory")
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
        int time = line[0] == '[' ? CalendarTimestamp.Match(line[1..]) : 0;
        if (time == 0 || !line[(1 + time)..].StartsWith("] "u8))
        {
            return false;
        }

        var words = new WordReader(line, 1 + time + 1);
        ByteRange client = words.Next();
        ByteRange status = words.Next();
        if (!ClientAddress.Matches(client.Of(line)) || status.Length != "[200]:".Length || line[status.Start] != '[' || !line[..status.End].EndsWith("]:"u8)
            || !StatusCode.TryRead(line.Slice(status.Start + 1, 3), out short code))
        {
            return false;
        }

        // Older versions leave the method out.
        ByteRange method = words.Next();
        ByteRange url = method.Of(line) is [(byte)'/', ..] ? method : words.Next();
        fields = default;
        fields.Timestamp = new ByteRange(1, time);
        fields.Client = ClientAddress.WithoutPort(line, client);
        fields.Status = code;
        fields.Method = url.Start == method.Start ? default : method;
        fields.Url = url;
        fields.Message = ByteRange.Between(method.Start, line.Length);
        return !url.IsEmpty;
    }
}
