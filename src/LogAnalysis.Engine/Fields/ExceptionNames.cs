namespace LogAnalysis.Fields;

/// <summary>The class names of exceptions: <c>NullPointerException</c>, <c>ValueError</c>.</summary>
internal static class ExceptionNames
{
    private const int MinLength = 10;

    /// <summary>Whether a word is such a name, without the namespace.</summary>
    public static bool Matches(ReadOnlySpan<byte> word) => word.Length >= MinLength && char.IsAsciiLetterUpper((char)word[0]) && HasSuffix(word);

    /// <summary>Whether a word is such a name, with or without its namespace: <c>System.Exception</c>.</summary>
    public static bool MatchesQualified(ReadOnlySpan<byte> name)
    {
        if (name is not [.., (byte)'n' or (byte)'r'])
        {
            return false;
        }

        int point = name.LastIndexOfAny((byte)'.', (byte)'\\', (byte)'+');
        ReadOnlySpan<byte> word = name[(point + 1)..];
        return (Matches(word) || (point > 0 && HasSuffix(word))) && TextWord.First(word).End == word.Length;
    }

    /// <summary>Whether a word ends a qualified name that a message follows: <c>System.Exception: closed</c>.</summary>
    public static bool EndsQualified(TextWord word) =>
        HasSuffix(word.Bytes) && word.Start > 1 && word.ByteBefore == '.' && TextWord.IsWordByte(word.Before[^2]) && word.ByteAfter is 0 or (byte)':';

    private static bool HasSuffix(ReadOnlySpan<byte> word) => word.EndsWith("Exception"u8) || word.EndsWith("Error"u8);
}
