namespace LogAnalysis.Counting;

/// <summary>
/// Finds times that no log has: of a clock that was not set, or of a number that was read as a time. A few entries are left out where they are
/// far from the others, in days and beside the span that those cover.
/// </summary>
internal static class TimeOutliers
{
    /// <summary>Fewer entries have no middle from which anything could be far.</summary>
    private const int MinEntries = 10;

    /// <summary>How many of the entries can be left out at each end.</summary>
    private const double MaxShare = 0.02;

    /// <summary>A log that rests for a month is still one log.</summary>
    private const long MinGap = 30 * 86_400;

    private const int MinGapInSpans = 20;

    /// <summary>The buckets that belong together.</summary>
    /// <param name="starts">When buckets begin, in seconds, ascending; at least one.</param>
    /// <param name="entries">How many entries each has.</param>
    /// <param name="width">How long each is, in seconds.</param>
    /// <returns>The indexes of the first and the last.</returns>
    public static (int First, int Last) Trim(ReadOnlySpan<long> starts, ReadOnlySpan<long> entries, long width)
    {
        long total = 0;
        foreach (long count in entries)
        {
            total += count;
        }

        long most = Math.Max(1, (long)(total * MaxShare));
        int low = CountEdge(entries, most, fromEnd: false);
        int high = entries.Length - 1 - CountEdge(entries, most, fromEnd: true);
        if (total < MinEntries || low > high)
        {
            return (0, entries.Length - 1);
        }

        // The span of the middle: the edges do not count, whatever is in them.
        long gap = Math.Max(MinGap, MinGapInSpans * (starts[high] - starts[low] + width));
        int first = low;
        while (first > 0 && starts[first] - starts[first - 1] <= gap)
        {
            first--;
        }

        int last = high;
        while (last < starts.Length - 1 && starts[last + 1] - starts[last] <= gap)
        {
            last++;
        }

        return (first, last);
    }

    /// <summary>How many buckets at an end have together no more than that number of entries.</summary>
    private static int CountEdge(ReadOnlySpan<long> entries, long most, bool fromEnd)
    {
        long sum = 0;
        int count = 0;
        while (count < entries.Length && (sum += entries[fromEnd ? entries.Length - 1 - count : count]) <= most)
        {
            count++;
        }

        return count;
    }
}
