using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Counting;

/// <summary>Dates in words, in the order in which people write them: <c>2 Jan 2024</c>, <c>Mon Jun 20 03:40:59 2005</c>, <c>January 2, 2024</c>.</summary>
internal static class DateShape
{
    private static readonly WordTable<bool> Weekdays = new((true, "Mon Tue Wed Thu Fri Sat Sun Monday Tuesday Wednesday Thursday Friday Saturday Sunday"));
    private static readonly WordTable<bool> Ordinals = new((true, "st nd rd th"));
    private static readonly WordTable<bool> Zones = new((true, "UTC GMT Z AM PM CET CEST EST EDT PST PDT"));

    /// <summary>The length of a date in words at the beginning; 0 for none. A month with a day beside it makes one.</summary>
    public static int Measure(ReadOnlySpan<byte> text)
    {
        int end = 0;
        bool hasMonth = false;
        bool hasDay = false;
        for (int at = 0; at < text.Length;)
        {
            int length = TextClasses.UntilEnd(text[at..]);
            ReadOnlySpan<byte> word = text.Slice(at, length).TrimEnd((byte)'.');
            int clock = NumberShape.MeasureClock(text[at..]);
            if (clock > 0 && end > 0)
            {
                length = clock;
            }
            else if (!hasMonth && IsMonth(word))
            {
                hasMonth = true;
            }
            else if (!hasDay && IsDay(word))
            {
                hasDay = true;
            }
            else if (!(IsYear(word) && hasMonth) && !(end == 0 && Weekdays.Contains(word)) && !IsZone(word, hasMonth))
            {
                break;
            }

            end = at + length;
            at = text[end..].IndexOfAnyExcept(", -/"u8) is > 0 and <= 2 and int gap ? end + gap : text.Length;
        }

        return hasMonth && hasDay ? end : 0;
    }

    private static bool IsMonth(ReadOnlySpan<byte> word) =>
        word.Length is >= 3 and <= 9 && char.IsAsciiLetterUpper((char)word[0]) && IsName(word);

    private static bool IsName(ReadOnlySpan<byte> word)
    {
        Span<byte> ended = stackalloc byte[10];
        word.CopyTo(ended);
        ended[word.Length] = (byte)' ';
        return MonthNames.Match(ended[..(word.Length + 1)], out _) == word.Length;
    }

    private static bool IsDay(ReadOnlySpan<byte> word)
    {
        int digits = DigitReader.CountLeading(word);
        return digits is 1 or 2 && (digits == word.Length || Ordinals.Contains(word[digits..]));
    }

    private static bool IsYear(ReadOnlySpan<byte> word) => word.Length == 4 && DigitReader.IsNumber(word);

    private static bool IsZone(ReadOnlySpan<byte> word, bool hasMonth) => hasMonth
        && (Zones.Contains(word) || (word.Length == 5 && word[0] is (byte)'+' or (byte)'-' && DigitReader.IsNumber(word[1..])));
}
