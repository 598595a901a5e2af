using System.Text;

namespace LogAnalysis.Counting;

/// <summary>Makes one place of several that follow each other in a pattern: words were found to be values where values are already.</summary>
internal static class PatternRuns
{
    /// <summary>The pattern with runs of places as one.</summary>
    public static CollapsedPattern Collapse(MessagePattern pattern)
    {
        int[] placeOf = new int[pattern.Count];
        string text = pattern.ToString();
        if (pattern.IsRequest || !HasRun(pattern))
        {
            int places = 0;
            for (int i = 0; i < pattern.Count; i++)
            {
                placeOf[i] = pattern.IsWildcard(i) ? places++ : -1;
            }

            return new CollapsedPattern(text, placeOf);
        }

        return new CollapsedPattern(Collapse(text, placeOf), placeOf);
    }

    private static bool HasRun(MessagePattern pattern)
    {
        for (int i = 1; i < pattern.Count; i++)
        {
            if (pattern.IsWildcard(i) && pattern.IsWildcard(i - 1))
            {
                return true;
            }
        }

        return false;
    }

    private static string Collapse(string text, int[] placeOf)
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
                places += !Add(shown, parts, new MessagePart(at, length, isPlace ? PlaceKind.Text : PlaceKind.None)) && isPlace ? 1 : 0;
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
        if (part.IsPlace && parts.Count > 0 && parts[^1].IsPlace && PlaceRun.TryJoin(shown, parts[^1].Start, parts[^1].End, part.Start, part.End, out int start, out int end))
        {
            parts[^1] = new MessagePart(start, end - start, PlaceKind.Text);
            return true;
        }

        parts.Add(part);
        return false;
    }
}
