namespace LogAnalysis.Tests.Surface;

/// <summary>What differs between two texts, line by line: <c>-</c> what is gone, <c>+</c> what is new, each below the nearest line with less indentation.</summary>
internal static class LineDiff
{
    public static IEnumerable<string> Between(string[] before, string[] after)
    {
        int[,] common = CountCommon(before, after);
        string? told = null;
        for (int old = 0, now = 0; old < before.Length || now < after.Length;)
        {
            if (old < before.Length && now < after.Length && before[old] == after[now])
            {
                old++;
                now++;
                continue;
            }

            bool isGone = now == after.Length || (old < before.Length && common[old + 1, now] >= common[old, now + 1]);
            string? owner = isGone ? OwnerOf(before, old) : OwnerOf(after, now);
            if (owner is not null && owner != told)
            {
                yield return "  " + owner;
            }

            told = owner;
            yield return isGone ? "- " + before[old++] : "+ " + after[now++];
        }
    }

    /// <summary>The lengths of the longest common rests of two texts, by where those begin.</summary>
    private static int[,] CountCommon(string[] before, string[] after)
    {
        int[,] common = new int[before.Length + 1, after.Length + 1];
        for (int old = before.Length - 1; old >= 0; old--)
        {
            for (int now = after.Length - 1; now >= 0; now--)
            {
                common[old, now] = before[old] == after[now] ? common[old + 1, now + 1] + 1 : Math.Max(common[old + 1, now], common[old, now + 1]);
            }
        }

        return common;
    }

    private static string? OwnerOf(string[] lines, int line) =>
        lines.Take(line).LastOrDefault(above => above.Trim() is { Length: > 1 } && Indentation(above) < Indentation(lines[line]));

    private static int Indentation(string line) => line.Length - line.TrimStart().Length;
}
