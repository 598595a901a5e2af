using System.Text;

namespace LogAnalysis.Text;

/// <summary>Finds the byte at which a character of a decoded line begins.</summary>
internal static class Utf8Position
{
    /// <summary>The position in bytes.</summary>
    /// <param name="line">The line in UTF-8, in which bytes may be invalid.</param>
    /// <param name="text">The same, decoded.</param>
    /// <param name="index">A position in the text.</param>
    public static int Of(ReadOnlySpan<byte> line, string text, int index)
    {
        if (line.Length == text.Length)
        {
            return index;
        }

        int position = 0;
        for (int characters = 0; characters < index && position < line.Length;)
        {
            // What is invalid was decoded to one replacement character.
            Rune.DecodeFromUtf8(line[position..], out Rune rune, out int length);
            characters += rune.Utf16SequenceLength;
            position += length;
        }

        return position;
    }
}
