using System.Buffers.Text;
using System.Text;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Model;

/// <summary>Makes an object of a field's value: an integer, a number, true or false, a time, a dictionary, an array, or text.</summary>
internal static class FieldValue
{
    /// <summary>The digits of the longest integer that surely fits 64 bits.</summary>
    private const int MaxDigits = 18;

    private const int MaxNumberLength = 32;

    /// <summary>A date alone is no time, nor is a time of day.</summary>
    private const int MinTimeLength = 16;

    private const int MaxTimeLength = 40;

    /// <summary>Reads a value.</summary>
    /// <param name="value">The value, as it is written.</param>
    /// <param name="syntax">How it is written.</param>
    /// <param name="line">The line that it is of, which tells how times are read.</param>
    /// <returns>The value; null where JSON says <c>null</c>. Texts are escaped as messages are.</returns>
    public static object? Read(ReadOnlySpan<byte> value, FieldSyntax syntax, in LogLine line) => syntax switch
    {
        FieldSyntax.Json => FieldJson.Read(value, in line),
        FieldSyntax.JsonString => TryReadTime(value, in line, out DateTimeOffset time) ? time : Text(value, syntax),
        _ => Infer(value, in line) ?? Text(value, syntax),
    };

    /// <summary>What kind of value it is; null where JSON says <c>null</c>.</summary>
    public static LogFieldType? TypeOf(ReadOnlySpan<byte> value, FieldSyntax syntax)
    {
        if (syntax == FieldSyntax.Json)
        {
            return value.IsEmpty ? LogFieldType.Text : value[0] switch
            {
                (byte)'{' => LogFieldType.Object,
                (byte)'[' => LogFieldType.List,
                (byte)'t' or (byte)'f' => LogFieldType.Boolean,
                (byte)'n' => null,
                _ => value.IndexOfAny(".eE"u8) < 0 ? LogFieldType.Integer : LogFieldType.Number,
            };
        }

        bool mayBeNumber = !value.IsEmpty && (char.IsAsciiDigit((char)value[0]) || value[0] == '-');
        return mayBeNumber && syntax != FieldSyntax.JsonString && LooksLikeNumber(value, out bool isInteger) ? (isInteger ? LogFieldType.Integer : LogFieldType.Number)
            : mayBeNumber && LooksLikeTime(value) ? LogFieldType.Time
            : syntax != FieldSyntax.JsonString && (Ascii.EqualsIgnoreCase(value, "true"u8) || Ascii.EqualsIgnoreCase(value, "false"u8)) ? LogFieldType.Boolean
            : LogFieldType.Text;
    }

    /// <summary>The text of a value, whatever it looks like; escaped as messages are.</summary>
    public static string Text(ReadOnlySpan<byte> value, FieldSyntax syntax) => ControlCharacters.EscapeControlCharacters(Decode(value, syntax));

    /// <summary>Whether a value stands for the very characters that are written.</summary>
    public static bool IsPlain(ReadOnlySpan<byte> value, FieldSyntax syntax) => syntax switch
    {
        FieldSyntax.Escaped or FieldSyntax.JsonString => !value.Contains((byte)'\\'),
        FieldSyntax.DoubledQuotes => !value.Contains((byte)'"'),
        FieldSyntax.Markup => !value.ContainsAny((byte)'&', (byte)'<'),
        _ => true,
    };

    /// <summary>The characters that a value stands for.</summary>
    public static string Decode(ReadOnlySpan<byte> value, FieldSyntax syntax) => syntax switch
    {
        FieldSyntax.Escaped or FieldSyntax.JsonString => JsonText.Decode(value),
        FieldSyntax.DoubledQuotes => Encoding.UTF8.GetString(value).Replace("\"\"", "\"", StringComparison.Ordinal),
        FieldSyntax.Markup => XmlText.Decode(value),
        _ => Encoding.UTF8.GetString(value),
    };

    /// <summary>Reads a number that is all of a text: <c>-12</c>, <c>0.25</c>, <c>1.5e-3</c>, but not an identifier such as <c>00002e51</c>.</summary>
    public static bool TryReadNumber(ReadOnlySpan<byte> text, out double number)
    {
        number = 0;
        int exponent = text.IndexOfAny((byte)'e', (byte)'E');
        return text.Length is > 0 and <= MaxNumberLength && (char.IsAsciiDigit((char)text[^1]) || text[^1] == '.') && (char.IsAsciiDigit((char)text[0]) || text[0] is (byte)'-' or (byte)'.')
            && (exponent < 0 || IsExponent(text, exponent))
            && Utf8Parser.TryParse(text, out number, out int length) && length == text.Length && double.IsFinite(number);
    }

    /// <summary>Whether an <c>e</c> is that of a number: there is one digit before it, or a point; and few behind it, or a sign.</summary>
    private static bool IsExponent(ReadOnlySpan<byte> text, int exponent)
    {
        int point = text[..exponent].IndexOf((byte)'.');
        int whole = (point < 0 ? exponent : point) - (text[0] == '-' ? 1 : 0);
        return (whole == 1 || point >= 0) && text.Length - exponent <= "e+308".Length;
    }

    /// <summary>What a value is by its look, where it is no text; null for text.</summary>
    private static object? Infer(ReadOnlySpan<byte> value, in LogLine line) => TypeOf(value, FieldSyntax.Plain) switch
    {
        LogFieldType.Integer when Utf8Parser.TryParse(value, out long integer, out _) => integer,
        LogFieldType.Number when TryReadNumber(value, out double number) => number,
        LogFieldType.Boolean => Ascii.EqualsIgnoreCase(value, "true"u8),
        LogFieldType.Time when TryReadTime(value, in line, out DateTimeOffset time) => time,
        _ => null,
    };

    /// <summary>Whether a text is a number, and would be the same if it was written again: <c>007</c> and <c>1e5</c> are texts.</summary>
    private static bool LooksLikeNumber(ReadOnlySpan<byte> text, out bool isInteger)
    {
        ReadOnlySpan<byte> digits = text[0] == '-' ? text[1..] : text;
        int whole = DigitReader.CountLeading(digits);
        isInteger = whole == digits.Length;
        bool isPlain = whole > 0 && (whole == 1 || digits[0] != '0');
        return isPlain && (isInteger ? whole <= MaxDigits : digits[whole] == '.' && digits.Length <= MaxNumberLength && DigitReader.IsNumber(digits[(whole + 1)..]));
    }

    private static bool LooksLikeTime(ReadOnlySpan<byte> text) => text.Length is >= MinTimeLength and <= MaxTimeLength && IsoTimestamp.Match(text) == text.Length;

    private static bool TryReadTime(ReadOnlySpan<byte> text, in LogLine line, out DateTimeOffset time)
    {
        time = default;
        return LooksLikeTime(text) && Timestamps.TryParse(text, line.Reference, line.Conventions, out time);
    }
}
