using System.Buffers;

namespace LogAnalysis.Counting;

/// <summary>When two values are one: with nothing but punctuation between them, and brackets that close.</summary>
internal static class PlaceRun
{
    private static readonly SearchValues<byte> Marks = SearchValues.Create(" \t,;:|/&()[]{}-@"u8);
    private const int MaxGap = 4;

    /// <summary>Joins two values.</summary>
    /// <param name="text">What they are in.</param>
    /// <param name="start">Where the first begins.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="nextStart">Where the second begins.</param>
    /// <param name="nextEnd">Where it ends.</param>
    /// <param name="joinedStart">Where both together begin.</param>
    /// <param name="joinedEnd">Where they end.</param>
    /// <returns>Whether they are one.</returns>
    public static bool TryJoin(ReadOnlySpan<byte> text, int start, int end, int nextStart, int nextEnd, out int joinedStart, out int joinedEnd)
    {
        joinedStart = start;
        joinedEnd = nextEnd;
        if (nextStart < end)
        {
            return false;
        }

        ReadOnlySpan<byte> gap = text[end..nextStart];
        if (gap.Length > MaxGap || gap.IndexOfAnyExcept(Marks) >= 0)
        {
            return false;
        }

        CountBrackets(gap, out int closed, out int open);
        return TryOpen(text, closed, ref joinedStart) && TryClose(text, open, ref joinedEnd);
    }

    /// <summary>Brackets that are closed between two values were opened before the first; those that are opened must close behind the second.</summary>
    private static void CountBrackets(ReadOnlySpan<byte> gap, out int closed, out int open)
    {
        closed = 0;
        open = 0;
        foreach (byte value in gap)
        {
            if (value is (byte)'(' or (byte)'[' or (byte)'{')
            {
                open++;
            }
            else if (value is (byte)')' or (byte)']' or (byte)'}')
            {
                closed += open == 0 ? 1 : 0;
                open -= open == 0 ? 0 : 1;
            }
        }
    }

    private static bool TryClose(ReadOnlySpan<byte> text, int open, ref int end)
    {
        for (; open > 0; open--, end++)
        {
            if (end >= text.Length || text[end] is not ((byte)')' or (byte)']' or (byte)'}'))
            {
                return false;
            }
        }

        return true;
    }

    private static bool TryOpen(ReadOnlySpan<byte> text, int closed, ref int start)
    {
        for (; closed > 0; closed--, start--)
        {
            if (start == 0 || text[start - 1] is not ((byte)'(' or (byte)'[' or (byte)'{'))
            {
                return false;
            }
        }

        return true;
    }
}
