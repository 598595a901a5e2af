using System.Buffers;
using LogAnalysis.Text;

namespace LogAnalysis.Times;

/// <summary>
/// What looks like a time, whether it can be read or not: digits with separators, names of months and weekdays, halves of the day, zones. It tells
/// that a line begins an entry, if a level or a program follows.
/// </summary>
internal static class TimeShape
{
    private const int MaxWords = 7;
    private const int MaxLength = 48;
    private const int MaxMonthLength = 14;

    /// <summary>The fewest digits of a number with separators: <c>7:00:30</c>.</summary>
    private const int MinDigits = 4;

    private static readonly SearchValues<byte> AfterWords = SearchValues.Create(" \t,;|]>)"u8);

    private static readonly WordTable<bool> Zones = new((true, "UTC GMT Z AM PM MSK CET CEST EET EEST WET BST IST PST PDT EST EDT CST CDT MST MDT JST"));

    /// <summary>The length of what looks like a time at the beginning of a text; 0 if nothing does.</summary>
    public static int Match(ReadOnlySpan<byte> text)
    {
        if (!MayBegin(text))
        {
            return 0;
        }

        int end = 0;
        bool hasNumber = false;
        bool hasMonth = false;
        bool hasDay = false;
        for (int words = 0, at = 0; words < MaxWords && at < MaxLength; words++)
        {
            int length = WordLength(text[at..]);
            ReadOnlySpan<byte> word = text.Slice(at, length);
            bool isNumber = IsSeparated(word);
            bool isMonth = IsMonth(text[at..], length, hasDay);
            bool isDay = !isMonth && IsDayOrYear(word) && (hasMonth || IsMonthNext(text[(at + length)..]));
            bool belongs = isNumber || isMonth || isDay || IsWeekday(text[at..], length) || ((hasNumber || words == 0) && Zones.Contains(word));
            if (!belongs)
            {
                break;
            }

            hasNumber |= isNumber;
            hasMonth |= isMonth;
            hasDay |= isDay;
            end = at + length;
            at = end + CountSeparators(text[end..]);
        }

        return hasNumber ? end : 0;
    }

    /// <summary>Hardly any text does that begins with a word: that names a month, a weekday or a zone, or is before a day.</summary>
    private static bool MayBegin(ReadOnlySpan<byte> text) =>
        !Prose.Begins(text, out int word) || LeadingTimestamp.MayBeName(text) || Zones.Contains(text[..word]);

    /// <summary>A word, which a comma, bar or bracket ends.</summary>
    private static int WordLength(ReadOnlySpan<byte> text)
    {
        ReadOnlySpan<byte> near = text[..Math.Min(text.Length, MaxLength)];
        int length = near.IndexOfAny(AfterWords);
        return length < 0 ? near.Length : length;
    }

    private static int CountSeparators(ReadOnlySpan<byte> text)
    {
        int separators = text.IndexOfAnyExcept(" \t,;|"u8);
        return separators < 0 ? text.Length : separators;
    }

    /// <summary>Digits in groups: a date, a time of day, or both. An address, of four groups with points, is neither.</summary>
    private static bool IsSeparated(ReadOnlySpan<byte> word)
    {
        if (word.IsEmpty || !char.IsAsciiDigit((char)word[0]))
        {
            return false;
        }

        int digits = 0;
        int marks = 0;
        int points = 0;
        foreach (byte b in word)
        {
            bool isDigit = char.IsAsciiDigit((char)b);
            if (!isDigit && !":.-/_+TZ"u8.Contains(b))
            {
                return false;
            }

            digits += isDigit ? 1 : 0;
            marks += isDigit ? 0 : 1;
            points += b == '.' ? 1 : 0;
        }

        bool isAddress = points == 3 && marks == 3 && DigitReader.CountLeading(word) < 4;
        return digits >= MinDigits && marks >= 2 && !isAddress && HasShortGroups(word);
    }

    /// <summary>Groups of a time have one or two digits, a year four, and what is behind the second up to nine.</summary>
    private static bool HasShortGroups(ReadOnlySpan<byte> word)
    {
        for (int groups = 0; groups < 3; groups++)
        {
            int digits = DigitReader.CountLeading(word);
            if (digits is not (1 or 2 or 4 or 8))
            {
                return false;
            }

            word = word[Math.Min(word.Length, digits + 1)..];
            if (word.IsEmpty)
            {
                break;
            }
        }

        return true;
    }

    private static bool IsDayOrYear(ReadOnlySpan<byte> word) => DigitReader.IsNumber(word) && word.Length is 1 or 2 or 4;

    private static bool IsMonthNext(ReadOnlySpan<byte> text)
    {
        ReadOnlySpan<byte> rest = text[CountSeparators(text)..];
        return IsMonth(rest, WordLength(rest), hasDay: true);
    }

    /// <summary>
    /// The name of a month; in a language that is not known, a word of letters between a day and a time of day, or before a day with a time of day.
    /// </summary>
    private static bool IsMonth(ReadOnlySpan<byte> text, int length, bool hasDay)
    {
        if (MonthNames.Match(text, out _) is > 0 and int known)
        {
            return known >= length - 1;
        }

        ReadOnlySpan<byte> word = text[..length].TrimEnd((byte)'.');
        if (word.Length is < 3 or > MaxMonthLength || !IsWord(word))
        {
            return false;
        }

        ReadOnlySpan<byte> rest = text[length..];
        rest = rest[CountSeparators(rest)..];
        ReadOnlySpan<byte> next = rest[..WordLength(rest)];
        if (hasDay && (IsClock(next) || next.Length == 4))
        {
            return IsClock(next) || IsDayOrYear(next);
        }

        rest = rest[next.Length..];
        rest = rest[CountSeparators(rest)..];
        return !hasDay && IsDayOrYear(next) && IsClock(rest[..WordLength(rest)]);
    }

    private static bool IsWord(ReadOnlySpan<byte> word)
    {
        foreach (byte b in word)
        {
            if (b < 0x80 && !char.IsAsciiLetter((char)b))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsClock(ReadOnlySpan<byte> word) => word.Contains((byte)':') && IsSeparated(word);

    private static bool IsWeekday(ReadOnlySpan<byte> text, int length) => WeekdayNames.Match(text, out _) is > 0 and int known && known >= length - 1;
}
