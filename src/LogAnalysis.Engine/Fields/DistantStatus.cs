using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Fields;

/// <summary>Statuses that are not directly behind their request: before it, or some columns further on.</summary>
/// <remarks>Source: nginx, <c>log_format</c>; Atlassian's documentation, "How to read the Bitbucket Data Center log formats".</remarks>
internal static class DistantStatus
{
    private const int MaxColumns = 6;
    private const int FirstError = 400;

    /// <summary>
    /// Takes the status from before a request in quotes, directly before it or directly behind the time, where there is a registered one and behind
    /// the request is none.
    /// </summary>
    /// <param name="line">The line.</param>
    /// <param name="time">The time.</param>
    /// <param name="quote">The quote that opens the request.</param>
    /// <param name="fields">The fields; those of a response behind the request where one was found.</param>
    public static bool TryTakeBefore(ReadOnlySpan<byte> line, ByteRange time, int quote, ref LineFields fields)
    {
        ReadOnlySpan<byte> between = time.End < quote ? line[time.End..quote].Trim("] \t|-"u8) : default;
        bool isBefore = TryReadRegistered(Last(between), out short status) || TryReadRegistered(First(between), out status);
        int close = isBefore && HttpStatus.ReasonOf(fields.Status) is null && line[quote] == '"' ? QuotedText.FindEnd(line, quote + 1) : -1;
        if (close < 0)
        {
            return false;
        }

        fields = default;
        fields.Status = status;
        fields.Request = ByteRange.Between(quote + 1, close);
        ResponseText.ReadNumbers(line, close + 1, line.Length, ref fields);
        return true;
    }

    /// <summary>Takes the status from a column of its own, in a line with bars between the columns, and the size from the last number after it.</summary>
    public static bool TryTakeColumn(ReadOnlySpan<byte> line, int quote, ref LineFields fields)
    {
        int close = quote > 1 && line[quote] == '"' && line[..quote].TrimEnd((byte)' ') is [.., (byte)'|'] ? QuotedText.FindEnd(line, quote + 1) : -1;
        if (close < 0)
        {
            return false;
        }

        var columns = new WordReader(line, close + 1, (byte)'|');
        fields = default;
        fields.Request = ByteRange.Between(quote + 1, close);
        for (int i = 0; i < MaxColumns; i++)
        {
            ReadOnlySpan<byte> column = columns.Next().Of(line).Trim((byte)' ');
            if (StatusCode.TryRead(column, out fields.Status))
            {
                ByteRange received = Number(line, columns.Next());
                fields.Bytes = Number(line, columns.Next()).Or(received);
                return true;
            }
        }

        return false;
    }

    /// <summary>The quote before what a client sent in place of a request, directly behind its address; -1 if there is none.</summary>
    public static int FindBroken(ReadOnlySpan<byte> line)
    {
        int quote = line.IndexOf((byte)'"');
        return quote > 0 && ClientAddress.IsAddress(Last(line[..quote].TrimEnd(" -"u8))) ? quote : -1;
    }

    /// <summary>
    /// Takes a request that is none, such as the beginning of a TLS handshake, with the status of an error and a size behind it.
    /// </summary>
    /// <returns>Where its quote is; -1 if there is none.</returns>
    public static int TakeBroken(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int quote = FindBroken(line);
        int close = quote < 0 ? -1 : QuotedText.FindEnd(line, quote + 1);
        fields = default;
        if (close < 0 || !ResponseText.TryRead(line, close + 1, line.Length, ref fields) || fields.Status < FirstError || fields.Bytes.IsEmpty)
        {
            return -1;
        }

        fields.Request = ByteRange.Between(quote + 1, close);
        return quote;
    }

    private static ByteRange Number(ReadOnlySpan<byte> line, ByteRange column)
    {
        int blanks = column.Of(line).IndexOfAnyExcept((byte)' ');
        var number = new ByteRange(column.Start + Math.Max(blanks, 0), column.Of(line).Trim((byte)' ').Length);
        return DigitReader.IsNumber(number.Of(line)) ? number : default;
    }

    private static bool TryReadRegistered(ReadOnlySpan<byte> word, out short status) => StatusCode.TryRead(word, out status) && HttpStatus.ReasonOf(status) is not null;

    private static ReadOnlySpan<byte> First(ReadOnlySpan<byte> text)
    {
        int end = text.IndexOfAny(ResponseText.Separators);
        return end < 0 ? text : text[..end];
    }

    private static ReadOnlySpan<byte> Last(ReadOnlySpan<byte> text) => text[(text.LastIndexOfAny(ResponseText.Separators) + 1)..];
}
