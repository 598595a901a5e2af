using System.Text;

namespace LogAnalysis.Text;

/// <summary>
/// Text of single bytes that somebody has read as UTF-16: <c>Get-Content</c> does, of a file in UTF-16 to which another writer has appended. Two letters
/// became one, of the scripts whose code units have two bytes that ASCII has.
/// </summary>
internal static class MisreadBytes
{
    /// <summary>From this number in a row on they are no letters by chance.</summary>
    private const int MinPairs = 8;

    private const char FirstPair = '\u0909';
    private const char LastPair = '\u7E7E';

    /// <summary>The text with what was misread as it was written; the same text where there is nothing of it.</summary>
    public static string Restore(string text)
    {
        int at = text.AsSpan().IndexOfAnyInRange(FirstPair, LastPair);
        if (at < 0)
        {
            return text;
        }

        StringBuilder? restored = null;
        int copied = 0;
        while (at < text.Length)
        {
            int end = at;
            while (end < text.Length && IsPair(text[end]))
            {
                end++;
            }

            if (end - at >= MinPairs)
            {
                restored ??= new StringBuilder(2 * text.Length);
                restored.Append(text, copied, at - copied);
                AppendPairs(restored, text.AsSpan(at, end - at));
                copied = end;
            }

            at = end + 1;
        }

        return restored?.Append(text, copied, text.Length - copied).ToString() ?? text;
    }

    private static void AppendPairs(StringBuilder restored, ReadOnlySpan<char> pairs)
    {
        foreach (char pair in pairs)
        {
            restored.Append((char)(pair & 0xFF)).Append((char)(pair >> 8));
        }
    }

    private static bool IsPair(char character) => IsPlain(character & 0xFF) && IsPlain(character >> 8);

    private static bool IsPlain(int code) => code is (>= ' ' and <= '~') or '\t' or '\r' or '\n';
}
