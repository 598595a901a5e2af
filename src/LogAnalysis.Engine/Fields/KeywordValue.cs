using LogAnalysis.Text;

namespace LogAnalysis.Fields;

/// <summary>What is behind an error's word and says that there was none: <c>error 0</c>, <c>errors found: 0</c>, <c>error=null</c>, <c>error=""</c>.</summary>
internal static class KeywordValue
{
    private const int MaxNouns = 2;

    private static readonly WordTable<bool> Nothings = new((true, "null none nil false undefined no nothing success ok s_ok error_success"));

    /// <summary>Nouns that the value of an error's word is given by.</summary>
    private static readonly WordTable<bool> Nouns = new((true, "code codes count counts number level status state rate total s id is was of"));

    /// <summary>Whether the value behind a word stands for nothing.</summary>
    public static bool IsNothing(TextWord word)
    {
        ReadOnlySpan<byte> rest = SkipNouns(word, out bool isKnown).TrimStart("\"' )"u8);
        if (rest.IsEmpty)
        {
            return false;
        }

        if (rest[0] is (byte)'=' or (byte)':')
        {
            ReadOnlySpan<byte> value = rest[1..].TrimStart((byte)' ');

            // What is to be done on errors: errors=remount-ro, panic=10.
            if (rest[0] == '=' && !value.IsEmpty && (word.Bytes.SequenceEqual("panic"u8) || (word.Bytes.SequenceEqual("errors"u8) && char.IsAsciiLetter((char)value[0]))))
            {
                return true;
            }

            return IsZero(value.TrimStart("\"'"u8), mayGoOn: isKnown) || (isKnown && IsEmptyValue(value, isAssigned: rest[0] == '='));
        }

        // Without a mark: error 0, error(0), but not 'error in disk 0'.
        return isKnown && IsZero(rest[0] is (byte)'(' or (byte)'[' ? rest[1..] : rest, mayGoOn: true);
    }

    /// <summary><c>error=null</c>, <c>error=""</c>, <c>errors: []</c>, <c>error=-</c>, and <c>error=</c> before the next field.</summary>
    private static bool IsEmptyValue(ReadOnlySpan<byte> value, bool isAssigned)
    {
        if (value.IsEmpty)
        {
            return isAssigned;
        }

        bool isEmpty = value[0] switch
        {
            (byte)'"' or (byte)'\'' => value.Length > 1 && value[1] == value[0],
            (byte)'[' => value.StartsWith("[]"u8),
            (byte)'{' => value.StartsWith("{}"u8),
            (byte)'-' => isAssigned && (value.Length == 1 || value[1] is (byte)' ' or (byte)','),
            (byte)',' or (byte)';' => isAssigned,
            _ => false,
        };
        return isEmpty || IsNothingWord(value.TrimStart("\"'"u8), isAssigned);
    }

    /// <summary><c>error: none, going on</c> says nothing; <c>error: none of the disks answered</c> does.</summary>
    private static bool IsNothingWord(ReadOnlySpan<byte> value, bool isAssigned)
    {
        var word = TextWord.First(value);
        bool ends = word.ByteAfter != ' ' || (isAssigned && !word.Bytes.SequenceEqual("no"u8));
        return word.Start == 0 && ends && Nothings.Contains(word.Bytes);
    }

    /// <summary>What is behind the nouns that follow a word. Others than those that are known count only before a mark: <c>errors found: 0</c>.</summary>
    private static ReadOnlySpan<byte> SkipNouns(TextWord word, out bool isKnown)
    {
        isKnown = true;
        TextWord last = word;
        for (int nouns = 0; nouns < MaxNouns; nouns++)
        {
            TextWord noun = last.Next();
            if (noun.IsEmpty || !noun.GapSince(last).Trim(" ("u8).IsEmpty || !char.IsAsciiLetter((char)noun.Bytes[0]))
            {
                break;
            }

            isKnown &= Nouns.Contains(noun.Bytes);
            last = noun;
        }

        return last.After;
    }

    /// <summary>Whether a text begins with zero: <c>0</c>, <c>0x00000000</c>, <c>0.0%</c>. A time of day is none.</summary>
    private static bool IsZero(ReadOnlySpan<byte> text, bool mayGoOn)
    {
        int start = text.StartsWith("0x"u8) || text.StartsWith("0X"u8) ? 2 : 0;
        int end = text[start..].IndexOfAnyExcept((byte)'0');
        end = end < 0 ? text.Length : start + end;
        if (end == start)
        {
            return false;
        }

        if (end + 1 < text.Length && text[end] == '.' && text[end + 1] == '0')
        {
            int fraction = text[(end + 1)..].IndexOfAnyExcept((byte)'0');
            end = fraction < 0 ? text.Length : end + 1 + fraction;
        }

        ReadOnlySpan<byte> rest = text[end..];
        bool goesOn = rest.Length > 1 && rest[0] is (byte)'.' or (byte)':' or (byte)'-' && char.IsAsciiDigit((char)rest[1]);
        return !goesOn && (rest.IsEmpty || (!TextWord.IsWordByte(rest[0]) && (mayGoOn || rest[0] != ' ')));
    }
}
