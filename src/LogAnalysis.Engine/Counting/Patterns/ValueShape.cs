using System.Buffers;
using System.Buffers.Text;
using System.Text;
using LogAnalysis.Text;

namespace LogAnalysis.Counting;

/// <summary>What values in messages look like.</summary>
internal static class ValueShape
{
    private const int MinOctets = 4;
    private const int MaxUnitLength = 7;

    private static readonly SearchValues<byte> Delimiters = SearchValues.Create("=,;:()[]{}|\""u8);
    private static readonly SearchValues<byte> WordEnds = SearchValues.Create("=,;:()[]{}|\" \t\r\n"u8);
    private static readonly SearchValues<byte> UrlEnds = SearchValues.Create(" \t\r\n,;\"')]"u8);
    private static readonly SearchValues<byte> Digits = SearchValues.Create("0123456789"u8);

    private static readonly string[] Units =
    [
        "B", "kB", "KB", "MB", "GB", "TB", "KiB", "MiB", "GiB", "TiB", "bytes", "%", "ns", "us", "ms", "s", "sec", "secs", "Hz", "kHz", "MHz", "GHz",
    ];

    private static readonly string[] Methods = ["GET", "POST", "PUT", "DELETE", "HEAD", "PATCH", "OPTIONS"];
    private static readonly string[] Months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    private static readonly string[] Weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

    /// <summary>How many delimiters are at the beginning; dots are some where there are three or more.</summary>
    public static int CountDelimiters(ReadOnlySpan<byte> text)
    {
        int length = text.IndexOfAnyExcept(Delimiters);
        int delimiters = length < 0 ? text.Length : length;
        return delimiters > 0 || !text.StartsWith("..."u8) ? delimiters : CountDots(text);
    }

    /// <summary>How long the word at the beginning is.</summary>
    public static int CountWord(ReadOnlySpan<byte> text)
    {
        int length = text.IndexOfAny(WordEnds);
        length = length < 0 ? text.Length : length;
        int dots = text[..length].IndexOf("..."u8);
        return dots > 0 ? dots : length;
    }

    /// <summary>The length of a value that can hold delimiters or spaces: quoted text, a URL, a path, a hardware address, a date; 0 for none.</summary>
    public static int Measure(ReadOnlySpan<byte> message, int position, bool isWordStart)
    {
        ReadOnlySpan<byte> text = message[position..];
        return text[0] switch
        {
            (byte)'"' => MeasureQuoted(text),
            (byte)'\'' when position == 0 || !IsWordByte(message[position - 1]) => MeasureApostrophes(text),
            (byte)'/' when isWordStart => MeasurePath(text),
            _ when isWordStart && MeasureDate(text) is int date and > 0 => date,
            _ when position == 0 || !IsWordByte(message[position - 1]) => Math.Max(MeasureUrl(text), MeasureOctets(text)),
            _ => 0,
        };
    }

    /// <summary>Whether a word without delimiters is a value.</summary>
    /// <param name="word">The word.</param>
    /// <param name="isValue">Whether it is after an equals sign.</param>
    public static bool LooksVariable(ReadOnlySpan<byte> word, bool isValue)
    {
        if (word.ContainsAny(Digits))
        {
            return true;
        }

        int dots = word.TrimEnd((byte)'.').Count((byte)'.');
        return (isValue && dots > 0) || word[1..].Contains((byte)'/') || (dots >= 2 && word[^1] != '.' && !ContainsCapital(word));
    }

    /// <summary>The length of a unit after a number, with the space before it; 0 if there is none.</summary>
    public static int MeasureUnit(ReadOnlySpan<byte> number, ReadOnlySpan<byte> rest)
    {
        if (rest.Length < 2 || rest[0] != ' ' || !Utf8Parser.TryParse(number, out double _, out int digits) || digits != number.Length)
        {
            return 0;
        }

        ReadOnlySpan<byte> unit = rest[1..Math.Min(rest.Length, MaxUnitLength + 1)];
        int end = 0;
        while (end < unit.Length && (IsWordByte(unit[end]) || unit[end] == '%'))
        {
            end++;
        }

        return StartsWithAny(unit[..end], Units, isWhole: true) > 0 ? end + 1 : 0;
    }

    private static int CountDots(ReadOnlySpan<byte> text)
    {
        int length = text.IndexOfAnyExcept((byte)'.');
        return length < 0 ? text.Length : length;
    }

    private static int MeasureQuoted(ReadOnlySpan<byte> text)
    {
        int end = text[1..].IndexOf((byte)'"');
        int method = StartsWithAny(text[1..], Methods, isWhole: false);
        bool isRequest = method > 0 && text.Length > method + 1 && text[method + 1] == ' ';
        return end < 0 || isRequest ? 0 : end + 2;
    }

    private static int MeasureApostrophes(ReadOnlySpan<byte> text)
    {
        int end = text[1..].IndexOf((byte)'\'');
        return end < 0 || (end + 2 < text.Length && IsWordByte(text[end + 2])) ? 0 : end + 2;
    }

    private static int MeasurePath(ReadOnlySpan<byte> text)
    {
        int end = text.IndexOfAny(" \t\r\n"u8);
        return (end < 0 ? text : text[..end]).TrimEnd(".,;:)]\""u8).Length is int length and > 1 ? length : 0;
    }

    private static int MeasureUrl(ReadOnlySpan<byte> text)
    {
        int scheme = 0;
        while (scheme < text.Length && (char.IsAsciiLetterOrDigit((char)text[scheme]) || text[scheme] is (byte)'+' or (byte)'-' or (byte)'.'))
        {
            scheme++;
        }

        if (scheme == 0 || !char.IsAsciiLetter((char)text[0]) || !text[scheme..].StartsWith("://"u8))
        {
            return 0;
        }

        int end = text.IndexOfAny(UrlEnds);
        return end < 0 ? text.Length : end;
    }

    /// <summary>Bytes in hexadecimal with colons between, as hardware addresses are written.</summary>
    private static int MeasureOctets(ReadOnlySpan<byte> text)
    {
        int octets = 0;
        int length = 0;
        while (length + 1 < text.Length && char.IsAsciiHexDigit((char)text[length]) && char.IsAsciiHexDigit((char)text[length + 1]))
        {
            octets++;
            length += 2;
            if (length == text.Length || text[length] != ':')
            {
                break;
            }

            length++;
        }

        bool ends = length == text.Length || !IsWordByte(text[length]);
        return octets >= MinOctets && ends && text[length - 1] != ':' ? length : 0;
    }

    /// <summary>The words in a date: <c>Mon Jun</c> of <c>Mon Jun 20 03:40:59 2005</c>. What is made of digits is a value anyway.</summary>
    private static int MeasureDate(ReadOnlySpan<byte> text)
    {
        int day = StartsWithAny(text, Weekdays, isWhole: false);
        int start = day == 0 ? 0 : text.IndexOfAnyExcept(", "u8, day);
        return start < 0 ? 0 : MeasureMonth(text[start..]) is int month and > 0 ? start + month : 0;
    }

    private static int MeasureMonth(ReadOnlySpan<byte> text)
    {
        int month = StartsWithAny(text, Months, isWhole: false);
        if (month == 0)
        {
            return 0;
        }

        while (month < text.Length && char.IsAsciiLetterLower((char)text[month]))
        {
            month++;
        }

        int digit = text.IndexOfAnyExcept(" "u8, month);
        return digit > month && DigitReader.CountLeading(text[digit..]) is 1 or 2 ? month : 0;
    }

    private static int IndexOfAnyExcept(this ReadOnlySpan<byte> text, ReadOnlySpan<byte> values, int start)
    {
        int index = text[start..].IndexOfAnyExcept(values);
        return index < 0 ? -1 : start + index;
    }

    private static int StartsWithAny(ReadOnlySpan<byte> text, string[] words, bool isWhole)
    {
        foreach (string word in words)
        {
            if (text.Length >= word.Length && (!isWhole || text.Length == word.Length) && Ascii.Equals(text[..word.Length], word))
            {
                return word.Length;
            }
        }

        return 0;
    }

    private static bool IsWordByte(byte value) => char.IsAsciiLetterOrDigit((char)value) || value is (byte)'_' || value >= 0x80;

    private static bool ContainsCapital(ReadOnlySpan<byte> word) => word.IndexOfAnyInRange((byte)'A', (byte)'Z') >= 0;
}
