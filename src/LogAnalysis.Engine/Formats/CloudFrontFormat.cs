using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Formats;

/// <summary>The standard log of Amazon CloudFront where the lines that declare its columns are missing, as behind a collector.</summary>
/// <remarks>Source: Amazon CloudFront documentation, "Standard log file fields": date and time are UTC.</remarks>
internal sealed class CloudFrontFormat() : LogFormat(
    "cloudfront",
    "Amazon CloudFront standard log, without the lines above it",
    "2025-01-24\t07:00:30\tFRA60-P1\t512\t192.0.2.7\tGET\td111111abcdef8.cloudfront.net\t/orders\t503\t-\tcurl/8.5.0\t-\t-\tError\tx1==\tshop.example.com\thttps\t49\t0.012")
{
    private const int TimeLength = 19;

    /// <inheritdoc/>
    internal override ContinuationRule Continuation => ContinuationRule.None;

    /// <inheritdoc/>
    internal override string FirstBytes => "2";

    /// <inheritdoc/>
    internal override string NeededMarks => "\t";

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        if (!Matches(line))
        {
            return false;
        }

        var words = new WordReader(line, TimeLength + 1, (byte)'\t');
        words.Next();
        ByteRange bytes = words.Next();
        ByteRange client = words.Next();
        ByteRange method = words.Next();
        words.Next();
        ByteRange url = words.Next();
        ByteRange status = words.Next();
        fields = default;
        fields.Timestamp = new ByteRange(0, TimeLength);
        fields.IsUtc = true;
        fields.Client = client;
        fields.Method = method;
        fields.Url = url;
        fields.Bytes = bytes;
        fields.Message = ByteRange.Between(method.Start, status.End);

        // A client that went away before the first byte got no status.
        fields.HasLevel = !StatusCode.TryRead(status.Of(line), out fields.Status);
        fields.Level = LogLevel.Information;
        return true;
    }

    /// <summary>Whether a line is one of this format: date, time, place, size, client and method between tabs.</summary>
    public static bool Matches(ReadOnlySpan<byte> line)
    {
        if (line.Length < TimeLength + 2 || line[10] != '\t' || line[TimeLength] != '\t' || line[4] != '-' || line[13] != ':')
        {
            return false;
        }

        var words = new WordReader(line, TimeLength + 1, (byte)'\t');
        words.Next();
        return DigitReader.IsNumber(words.Next().Of(line)) && ClientAddress.IsAddress(words.Next().Of(line)) && HttpMethods.Contains(words.Next().Of(line));
    }
}
