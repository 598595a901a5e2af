using System.Buffers;

namespace LogAnalysis.Text;

/// <summary>Decimal numbers out of a line.</summary>
internal static class DigitReader
{
    private static readonly SearchValues<byte> DecimalBytes = SearchValues.Create("0123456789."u8);

    /// <summary>Whether <paramref name="count"/> digits are at <paramref name="at"/>, and the number they make.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, int at, int count, out int value)
    {
        value = 0;
        if (text.Length - at < count)
        {
            return false;
        }

        for (int i = at; i < at + count; i++)
        {
            uint digit = (uint)(text[i] - '0');
            if (digit > 9)
            {
                return false;
            }

            value = (value * 10) + (int)digit;
        }

        return true;
    }

    /// <summary>Whether a word is a whole number.</summary>
    public static bool IsNumber(ReadOnlySpan<byte> word) => !word.IsEmpty && !word.ContainsAnyExceptInRange((byte)'0', (byte)'9');

    /// <summary>Whether a word is a decimal number without a sign.</summary>
    public static bool IsDecimal(ReadOnlySpan<byte> word) =>
        !word.IsEmpty && char.IsAsciiDigit((char)word[0]) && !word.ContainsAnyExcept(DecimalBytes) && word.Count((byte)'.') < 2;

    /// <summary>How many digits are at the beginning of <paramref name="text"/>.</summary>
    public static int CountLeading(ReadOnlySpan<byte> text)
    {
        // There are few of them nearly always: a vectorised search would take longer.
        int count = 0;
        while (count < text.Length && char.IsAsciiDigit((char)text[count]))
        {
            count++;
        }

        return count;
    }
}
