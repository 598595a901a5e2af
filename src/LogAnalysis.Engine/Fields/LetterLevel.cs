using System.Buffers;

namespace LogAnalysis.Fields;

/// <summary>Where in a header a single letter can be a level.</summary>
internal static class LetterLevel
{
    private static readonly SearchValues<byte> NumberBytes = SearchValues.Create("0123456789: "u8);

    /// <summary>
    /// Whether a letter can be a level: in square brackets behind names or numbers, and without them behind the numbers of process and thread, as Sophos writes
    /// it, <c>[ 4711:  314] E message</c>. In <c>query[A]</c> it belongs to the word before it, and in
    /// <c>plan [E] selected</c> to the text.
    /// </summary>
    public static bool IsPlace(ReadOnlySpan<byte> line, HeaderToken token, HeaderContext context) =>
        token.IsBracketed
        ? line[token.Next - 1] == ']' && !IsGlued(line, token) && (context & (HeaderContext.AfterName | HeaderContext.AfterNumber | HeaderContext.AfterSeparator)) != 0
        : context.HasFlag(HeaderContext.AfterName) && token.Next < line.Length && line[token.Start] is (byte)'D' or (byte)'I' or (byte)'W' or (byte)'E' && token.Next == token.Start + 1
        && IsBehindThread(line[..token.Start]);

    private static bool IsBehindThread(ReadOnlySpan<byte> before)
    {
        int open = before.EndsWith("] "u8) ? before.LastIndexOf((byte)'[') : -1;
        ReadOnlySpan<byte> numbers = open < 0 ? default : before[(open + 1)..^2];
        return numbers.Contains((byte)':') && !numbers.ContainsAnyExcept(NumberBytes);
    }

    /// <summary>Whether a group in brackets is directly behind a word.</summary>
    public static bool IsGlued(ReadOnlySpan<byte> line, HeaderToken token) =>
        token.IsBracketed && token.Start > 1 && char.IsAsciiLetter((char)line[token.Start - 2]);
}
