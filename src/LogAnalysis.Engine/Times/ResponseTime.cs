using LogAnalysis.Text;

namespace LogAnalysis.Times;

/// <summary>The response time that many append to an access log's line, after the quoted fields.</summary>
/// <remarks>
/// A number with a point is seconds (nginx, <c>$request_time</c>), one with a unit says so (Traefik), a whole one is microseconds
/// (Apache, <c>%D</c>).
/// </remarks>
internal static class ResponseTime
{
    private static readonly WordTable<bool> Labels = new((true, "rt request_time duration time upstream_response_time"));

    /// <summary>Looks for it.</summary>
    /// <param name="text">The end of a line, from the size on.</param>
    /// <returns>The duration; null if there is none.</returns>
    public static TimeSpan? Find(ReadOnlySpan<byte> text)
    {
        ByteRange found = FindText(text, out DurationUnit unit);
        return found.IsEmpty ? null : DurationText.Read(found.Of(text), unit);
    }

    /// <summary>Looks for what is written of it.</summary>
    /// <param name="text">The end of a line, from the size on.</param>
    /// <param name="unit">Receives the unit of a number without one.</param>
    /// <returns>Where it is; an empty range if there is none.</returns>
    public static ByteRange FindText(ReadOnlySpan<byte> text, out DurationUnit unit)
    {
        unit = DurationUnit.Seconds;
        int quote = text.LastIndexOf((byte)'"');
        var words = new WordReader(text, quote + 1);
        if (quote < 0)
        {
            // The size itself.
            words.Next();
        }

        ByteRange whole = default;
        for (ByteRange word = words.Next(); !word.IsEmpty; word = words.Next())
        {
            ByteRange field = WithoutLabel(text, WithoutSeconds(text, word));
            ReadOnlySpan<byte> value = field.Of(text);
            bool isWhole = DigitReader.IsNumber(value);
            whole = isWhole ? field : whole;
            if (!isWhole && !value.IsEmpty && char.IsAsciiDigit((char)value[0]) && DurationText.Read(value, unit) is not null)
            {
                return field;
            }
        }

        int open = text.IndexOf((byte)'"');
        if (open > 0 && FindBeforeQuotes(text[..open]) is { IsEmpty: false } before)
        {
            return before;
        }

        unit = DurationUnit.Microseconds;
        bool isLast = !whole.IsEmpty && whole.End == text.TrimEnd((byte)' ').Length;
        return isLast ? whole : default;
    }

    /// <summary>Some put it directly behind the size; a whole number there is something else.</summary>
    private static ByteRange FindBeforeQuotes(ReadOnlySpan<byte> text)
    {
        var words = new WordReader(text, 0);
        words.Next();
        ByteRange field = words.Next();
        ReadOnlySpan<byte> word = field.Of(text);
        bool isTime = !word.IsEmpty && char.IsAsciiDigit((char)word[0]) && !DigitReader.IsNumber(word) && DurationText.Read(word, DurationUnit.Seconds) is not null;
        return isTime ? field : default;
    }

    /// <summary>The microseconds of <c>0/12345</c>, Apache's <c>%T/%D</c>.</summary>
    private static ByteRange WithoutSeconds(ReadOnlySpan<byte> line, ByteRange word)
    {
        int slash = word.Of(line).IndexOf((byte)'/');
        return slash > 0 && DigitReader.IsNumber(word.Of(line)[..slash]) ? ByteRange.Between(word.Start + slash + 1, word.End) : word;
    }

    /// <summary>The value of <c>rt=0.123</c>; empty for a name that is not a response time's.</summary>
    private static ByteRange WithoutLabel(ReadOnlySpan<byte> line, ByteRange word)
    {
        int mark = word.Of(line).IndexOfAny("=:"u8);
        if (mark < 0)
        {
            return word;
        }

        bool known = Labels.Contains(line.Slice(word.Start, mark));
        return known ? ByteRange.Between(word.Start + mark + 1, word.End) : default;
    }
}
