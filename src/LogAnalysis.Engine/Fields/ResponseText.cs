using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Fields;

/// <summary>
/// What follows a request in a line of an access log, in whatever layout: the status first, then size and duration in any order, numbers or
/// dashes.
/// </summary>
internal static class ResponseText
{
    /// <summary>What is between two fields.</summary>
    public static ReadOnlySpan<byte> Separators => " \t|"u8;

    private const int MaxNumbers = 4;

    /// <summary>Reads a response.</summary>
    /// <param name="line">The line.</param>
    /// <param name="at">Where it begins, after the request and its closing quote.</param>
    /// <param name="end">Where the text ends of which it is part.</param>
    /// <param name="fields">Receives status, size and duration; untouched when the result is false.</param>
    /// <returns>Whether a status, or what stands in place of one that was not sent, is there.</returns>
    public static bool TryRead(ReadOnlySpan<byte> line, int at, int end, ref LineFields fields)
    {
        ByteRange status = Next(line, at, end);
        if (!StatusCode.TryRead(status.Of(line), out short code) && !(StatusCode.IsAbsent(status.Of(line)) && IsSize(line, Next(line, status.End, end))))
        {
            return false;
        }

        fields.Status = code;
        fields.HasLevel = fields.HasLevel || code == 0;
        fields.Level = code == 0 && fields.Level == LogLevel.Unknown ? LogLevel.Information : fields.Level;
        ReadNumbers(line, status.End, end, ref fields);
        return true;
    }

    /// <summary>Reads size and duration, which may follow each other in any order.</summary>
    public static void ReadNumbers(ReadOnlySpan<byte> line, int at, int end, ref LineFields fields)
    {
        // It may be the last of the line.
        fields.Duration = ByteRange.Between(at, end);
        fields.DurationUnit = DurationUnit.AccessLog;
        ByteRange word = Next(line, at, end);
        for (int i = 0; i < MaxNumbers && !word.IsEmpty; i++)
        {
            ByteRange next = Next(line, word.End, end);
            ReadOnlySpan<byte> text = word.Of(line);
            if (DigitReader.IsNumber(text))
            {
                fields.Bytes = fields.Bytes.Or(word);
            }
            else if (IsDuration(text))
            {
                fields.Duration = word;
                fields.DurationUnit = next.Of(line).SequenceEqual("ms"u8) ? DurationUnit.Milliseconds : DurationUnit.Seconds;
            }
            else if (!text.SequenceEqual("-"u8) && !text.SequenceEqual("-1"u8))
            {
                break;
            }

            word = next;
        }

        if (fields.DurationUnit == DurationUnit.AccessLog && !fields.Bytes.IsEmpty)
        {
            fields.Duration = ByteRange.Between(fields.Bytes.Start, end);
        }
    }

    /// <summary>The next field; an empty one at the end.</summary>
    public static ByteRange Next(ReadOnlySpan<byte> line, int at, int end)
    {
        int blanks = line[at..end].IndexOfAnyExcept(Separators);
        int start = blanks < 0 ? end : at + blanks;
        int length = line[start..end].IndexOfAny(Separators);
        return ByteRange.Between(start, length < 0 ? end : start + length);
    }

    private static bool IsSize(ReadOnlySpan<byte> line, ByteRange word) => DigitReader.IsNumber(word.Of(line)) || word.Of(line) is [(byte)'-'];

    /// <summary>A decimal number, or one with a unit.</summary>
    private static bool IsDuration(ReadOnlySpan<byte> text) =>
        !text.IsEmpty && char.IsAsciiDigit((char)text[0]) && text.Length > 1 && !DigitReader.IsNumber(text) && DurationText.Read(text, DurationUnit.Seconds) is not null;
}
