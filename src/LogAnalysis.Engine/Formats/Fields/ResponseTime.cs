namespace LogAnalysis.Formats.Fields;

/// <summary>The response time that many append to an access log's line, behind the quoted fields.</summary>
/// <remarks>
/// A number with a point is seconds (nginx, <c>$request_time</c>), one with a unit says so (Traefik), a whole one is microseconds
/// (Apache, <c>%D</c>).
/// </remarks>
internal static class ResponseTime
{
    private static readonly WordTable<bool> Labels = new((true, "rt request_time duration time upstream_response_time"));

    /// <summary>Looks for it.</summary>
    /// <param name="line">The line.</param>
    /// <param name="from">Where its status and size end.</param>
    /// <param name="fields">Receives it, if it is there.</param>
    public static void Find(ReadOnlySpan<byte> line, int from, ref LineFields fields)
    {
        int quote = line.LastIndexOf((byte)'"');
        int start = quote > from ? quote + 1 : from;
        var words = new WordReader(line, start);
        Slice whole = default;
        bool first = quote <= from;
        for (Slice word = words.Next(); !word.IsEmpty; word = words.Next())
        {
            if (first)
            {
                // The size itself.
                first = false;
                continue;
            }

            Slice value = WithoutLabel(line, word);
            ReadOnlySpan<byte> text = value.Of(line);
            if (text.IsEmpty || !char.IsAsciiDigit((char)text[0]))
            {
                continue;
            }

            bool isWhole = DigitReader.IsNumber(text);
            if (!isWhole && DurationText.Read(text, DurationUnit.Seconds) is not null)
            {
                fields.Duration = value;
                fields.DurationUnit = DurationUnit.Seconds;
                return;
            }

            whole = isWhole ? value : whole;
        }

        bool isLast = whole.End == line.TrimEnd((byte)' ').Length;
        fields.Duration = isLast ? whole : default;
        fields.DurationUnit = DurationUnit.Microseconds;
    }

    /// <summary>The value of <c>rt=0.123</c>; empty for a name that is not a response time's.</summary>
    private static Slice WithoutLabel(ReadOnlySpan<byte> line, Slice word)
    {
        int mark = word.Of(line).IndexOfAny("=:"u8);
        if (mark < 0)
        {
            return word;
        }

        bool known = Labels.Contains(line.Slice(word.Start, mark));
        return known ? Slice.Between(word.Start + mark + 1, word.End) : default;
    }
}
