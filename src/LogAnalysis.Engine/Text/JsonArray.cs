using System.Buffers;

namespace LogAnalysis.Text;

/// <summary>Finds the ends of JSON arrays and objects by counting brackets.</summary>
internal static class JsonArray
{
    /// <summary>What begins and ends strings, objects and arrays.</summary>
    public static readonly SearchValues<byte> Structure = SearchValues.Create("\"{}[]"u8);

    /// <summary>The first byte after the array or object that begins at <paramref name="start"/>; -1 where it is not closed.</summary>
    public static int FindEnd(ReadOnlySpan<byte> text, int start)
    {
        int depth = 0;
        for (int at = start; at < text.Length;)
        {
            int hit = text[at..].IndexOfAny(Structure);
            if (hit < 0)
            {
                break;
            }

            at += hit;
            if (text[at] == '"')
            {
                int quote = QuotedText.FindEnd(text, at + 1);
                at = quote < 0 ? text.Length : quote + 1;
                continue;
            }

            depth += text[at] is (byte)'{' or (byte)'[' ? 1 : -1;
            at++;
            if (depth == 0)
            {
                return at;
            }
        }

        return -1;
    }
}
