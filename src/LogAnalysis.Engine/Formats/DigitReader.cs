namespace LogAnalysis.Formats;

/// <summary>Fixed-width decimal numbers out of a line.</summary>
internal static class DigitReader
{
    /// <summary>Whether <paramref name="count"/> digits stand at <paramref name="at"/>, and the number they make.</summary>
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

    /// <summary>How many digits stand at the beginning of <paramref name="text"/>.</summary>
    public static int CountLeading(ReadOnlySpan<byte> text)
    {
        int end = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        return end < 0 ? text.Length : end;
    }
}
