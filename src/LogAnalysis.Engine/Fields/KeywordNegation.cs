using LogAnalysis.Text;

namespace LogAnalysis.Fields;

/// <summary>
/// What takes an error's word back: a negation or a count of zero before it (<c>no error</c>, <c>0 failed</c>), or what stands for nothing
/// behind it (<c>error 0</c>, <c>error(0)</c>, <c>Error code: 0</c>, <c>error=null</c>).
/// </summary>
internal static class KeywordNegation
{
    private const int MaxAdjectives = 2;

    private static readonly WordTable<bool> Negations = new((true, "no not nothing none never nobody without zero non corrected"));

    private static readonly WordTable<bool> Plurals = new((true, "errors failures exceptions"));

    private static readonly WordTable<bool> Adjectives = new((true,
        "a an any such new more other further known fatal critical serious major minor unhandled unexpected uncaught apparent significant been be"));

    /// <summary>Words before a number that is a count; behind other words it is a name, as in <c>Disk 0 failed</c>.</summary>
    private static readonly WordTable<bool> BeforeCounts = new((true,
        "with and or found had has have reported contains contained containing total totals are were was is of got encountered passed succeeded skipped "
        + "completed finished done ok success successful ignored error errors warning warnings failures generated returned detected saw only the"));

    /// <summary>Whether the word is taken back.</summary>
    public static bool Refutes(TextWord word) => IsNegatedBefore(word) || KeywordValue.IsNothing(word);

    /// <summary>Whether a negation or a count of zero is before the word.</summary>
    public static bool IsNegatedBefore(TextWord word)
    {
        bool isPlural = Plurals.Contains(word.Bytes);
        TextWord next = word;
        for (int between = 0; between <= MaxAdjectives; between++)
        {
            TextWord previous = next.Previous();
            if (previous.IsEmpty || !IsJoined(next.GapSince(previous)))
            {
                return false;
            }

            if (Negations.Contains(previous.Bytes) || IsContraction(previous) || IsZeroCount(previous, isPlural))
            {
                return true;
            }

            if (!isPlural && !Adjectives.Contains(previous.Bytes) && !IsCounted(previous, word))
            {
                return false;
            }

            next = previous;
        }

        return false;
    }

    /// <summary><c>0 jobs failed</c>.</summary>
    private static bool IsCounted(TextWord noun, TextWord word) => noun.Bytes[^1] == 's' && word.Bytes[^1] == 'd';

    /// <summary>Whether nothing is between two words that ends a clause: blanks, a dash within <c>non-fatal</c>, quotes, a per cent sign.</summary>
    private static bool IsJoined(ReadOnlySpan<byte> gap) => gap.Trim(" -\"'`%"u8).IsEmpty;

    /// <summary><c>didn't fail</c>.</summary>
    private static bool IsContraction(TextWord word) => word.Bytes.SequenceEqual("t"u8) && word.ByteBefore == '\'';

    private static bool IsZeroCount(TextWord number, bool isPlural)
    {
        ReadOnlySpan<byte> digits = number.Bytes;
        if (digits.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            return false;
        }

        TextWord first = number;
        TextWord previous = number.Previous();
        if (!previous.IsEmpty && number.GapSince(previous) is [(byte)'.'] && DigitReader.IsNumber(previous.Bytes))
        {
            // The fraction of 0.00.
            first = previous;
            previous = previous.Previous();
        }
        else if (IsShare(number, ref first))
        {
            return IsCount(first, isPlural);
        }

        bool isZero = !digits.ContainsAnyExcept((byte)'0') && !first.Bytes.ContainsAnyExcept((byte)'0');
        return isZero && IsCount(first, isPlural);
    }

    /// <summary><c>0/5</c>, <c>0 of 5</c>, <c>0 out of 5</c>.</summary>
    private static bool IsShare(TextWord total, ref TextWord share)
    {
        TextWord previous = total.Previous();
        if (previous.Bytes.SequenceEqual("of"u8))
        {
            previous = previous.Previous();
            previous = previous.Bytes.SequenceEqual("out"u8) ? previous.Previous() : previous;
        }
        else if (total.GapSince(previous).Trim((byte)' ') is not [(byte)'/'])
        {
            return false;
        }

        share = previous;
        return previous.Bytes.SequenceEqual("0"u8);
    }

    private static bool IsCount(TextWord zero, bool isPlural)
    {
        TextWord previous = zero.Previous();
        ReadOnlySpan<byte> gap = zero.GapSince(previous);
        bool stands = gap.IsEmpty || gap[^1] is (byte)' ' or (byte)'(' or (byte)'[' or (byte)':' or (byte)'=' or (byte)',' or (byte)'|' or (byte)'\t' or (byte)'"' or (byte)'\'';
        return stands && (isPlural || previous.IsEmpty || !gap.Trim((byte)' ').IsEmpty || DigitReader.IsNumber(previous.Bytes) || BeforeCounts.Contains(previous.Bytes));
    }
}
