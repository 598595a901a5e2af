using System.Text;

namespace LogAnalysis.Counting;

/// <summary>Makes one place of several that follow each other in a pattern: words were found to be values where values are already.</summary>
internal static class PatternRuns
{
    /// <summary>The pattern with runs of places as one.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="masks">For each word, the name of the mask of which it is a place; empty where none is. Places are one only with others of their mask.</param>
    public static CollapsedPattern Collapse(MessagePattern pattern, string?[] masks)
    {
        int[] placeOf = new int[pattern.Count];
        string text = pattern.ToString();
        if (pattern.IsRequest || !HasRun(pattern, masks))
        {
            int places = 0;
            for (int i = 0; i < pattern.Count; i++)
            {
                placeOf[i] = pattern.IsWildcard(i) ? places++ : -1;
            }

            return new CollapsedPattern(text, placeOf);
        }

        return new CollapsedPattern(Collapse(text, masks, placeOf), placeOf);
    }

    private static bool HasRun(MessagePattern pattern, string?[] masks)
    {
        for (int i = 1; i < pattern.Count; i++)
        {
            if (pattern.IsWildcard(i) && pattern.IsWildcard(i - 1) && MaskAt(masks, i) == MaskAt(masks, i - 1))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A number for the mask of a word: the same for the same; 0 for none.</summary>
    private static ushort MaskAt(string?[] masks, int word) => word < masks.Length && masks[word] is string mask ? (ushort)(Array.IndexOf(masks, mask) + 1) : (ushort)0;

    private static string Collapse(string text, string?[] masks, int[] placeOf)
    {
        string[] pieces = text[1..].Split(PatternToken.Joint);
        byte[] shown = Encoding.UTF8.GetBytes(string.Concat(pieces));
        List<MessagePart> parts = [];
        int places = 0;
        int at = 0;
        for (int i = 0; i < pieces.Length; i++)
        {
            int length = Encoding.UTF8.GetByteCount(pieces[i]);
            if (i % 2 == 1)
            {
                bool isPlace = pieces[i] == PatternToken.Wildcard;
                places += !Add(shown, parts, new MessagePart(at, length, isPlace ? PlaceKind.Text : PlaceKind.None, MaskAt(masks, i / 2))) && isPlace ? 1 : 0;
                placeOf[i / 2] = isPlace ? places - 1 : -1;
            }

            at += length;
        }

        return TemplateWriter.Write(shown, [.. parts], isWhole: true);
    }

    /// <summary>Adds a part, or makes the last one longer.</summary>
    /// <returns>Whether the last one was made longer.</returns>
    private static bool Add(byte[] shown, List<MessagePart> parts, MessagePart part)
    {
        if (part.IsPlace && parts.Count > 0 && parts[^1].IsPlace && parts[^1].Mask == part.Mask && PlaceRun.TryJoin(shown, parts[^1].Start, parts[^1].End, part.Start, part.End, out int start, out int end))
        {
            parts[^1] = new MessagePart(start, end - start, PlaceKind.Text, part.Mask);
            return true;
        }

        parts.Add(part);
        return false;
    }
}
