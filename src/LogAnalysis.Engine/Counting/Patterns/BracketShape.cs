using System.Buffers;

namespace LogAnalysis.Counting;

/// <summary>Values that are lists in brackets: of nothing, or of names.</summary>
internal static class BracketShape
{
    /// <summary>What names in braces, and what is between them, consist of.</summary>
    private static readonly SearchValues<byte> OfNames = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_ "u8);

    /// <summary>The length of brackets with nothing in them, behind a space or an equals sign: a list that is empty; 0 for anything else.</summary>
    /// <param name="message">The message.</param>
    /// <param name="position">Where the bracket is.</param>
    public static int MeasureEmpty(ReadOnlySpan<byte> message, int position)
    {
        bool isFree = position > 0 && message[position - 1] is (byte)' ' or (byte)'=' or (byte)':';
        int inner = isFree ? message[(position + 1)..].IndexOfAnyExcept((byte)' ') : -1;
        return inner >= 0 && message[position + 1 + inner] == message[position] + 2 ? inner + 2 : 0;
    }

    /// <summary>The length of names in braces with a space at both ends, without these: a set of which there can be few or many, as in <c>denied { read write }</c>; 0 for anything else.</summary>
    /// <param name="text">The text from the brace on.</param>
    public static int MeasureNames(ReadOnlySpan<byte> text)
    {
        int length = text.StartsWith("{ "u8) ? text[2..].IndexOfAnyExcept(OfNames) : -1;
        return length > 1 && text[2 + length] == '}' && text[1 + length] == ' ' ? length - 1 : 0;
    }
}
