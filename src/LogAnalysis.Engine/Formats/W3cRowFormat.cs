using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Formats;

/// <summary>
/// Rows of IIS without the line that declares its columns, as a search leaves them: those that IIS has by default, of which the last four are status,
/// substatus, status of Windows, and milliseconds.
/// </summary>
/// <remarks>Source: Microsoft Learn, "Configure Logging in IIS", the fields that are selected by default.</remarks>
internal sealed class W3cRowFormat() : LogFormat(
    "w3c-row",
    "Rows of IIS' W3C log without their #Fields, with the columns that IIS has by default",
    "2025-01-24 07:00:30 192.0.2.1 GET /orders - 443 - 192.0.2.7 curl/8.5 - 503 0 64 314")
{
    private const int TimeLength = 19;
    private const int LastColumns = 4;

    /// <inheritdoc/>
    internal override ContinuationRule Continuation => ContinuationRule.None;

    /// <inheritdoc/>
    internal override string FirstBytes => FirstByte.Digits;

    /// <inheritdoc/>
    internal override string NeededMarks => "/";

    /// <inheritdoc/>
    internal override bool BeginsLikeApplication => true;

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        // Most lines end otherwise: their words need not be read.
        if (line.Length < TimeLength * 2 || !char.IsAsciiDigit((char)line[^1]) || IsoTimestamp.Match(line) != TimeLength || line[TimeLength] != ' ')
        {
            return false;
        }

        var words = new WordReader(line, TimeLength);
        bool isServer = ClientAddress.IsAddress(words.Next().Of(line));
        ByteRange method = words.Next();
        ByteRange path = words.Next();
        if (!isServer || !HttpMethods.Contains(method.Of(line)) || path.IsEmpty || line[path.Start] != '/')
        {
            return false;
        }

        words.Next();
        ReadOnlySpan<byte> port = words.Next().Of(line);
        words.Next();
        ByteRange client = words.Next();
        if (!DigitReader.IsNumber(port) || !ClientAddress.IsAddress(client.Of(line)) || !TryReadLast(line, words.Position, out short status))
        {
            return false;
        }

        fields = default;
        fields.Status = status;
        fields.Timestamp = new ByteRange(0, TimeLength);
        fields.Client = client;
        fields.Method = method;
        fields.Url = path;
        fields.Message = ByteRange.Between(method.Start, path.End);
        return true;
    }

    /// <summary>The first of the last four columns, all of them numbers.</summary>
    private static bool TryReadLast(ReadOnlySpan<byte> line, int start, out short status)
    {
        int end = line.Length;
        ReadOnlySpan<byte> word = default;
        for (int column = 0; column < LastColumns; column++)
        {
            int blank = end <= start ? -1 : line[start..end].LastIndexOf((byte)' ');
            word = blank < 0 ? default : line[(start + blank + 1)..end];
            if (word.IsEmpty || !DigitReader.IsNumber(word))
            {
                status = 0;
                return false;
            }

            end = start + blank;
        }

        return StatusCode.TryRead(word, out status);
    }
}
