namespace LogAnalysis.Times;

/// <summary>
/// The widths that the buckets of a timeline can have, in seconds: 1, 5, 15, 30 s; 1, 5, 15, 30 min; 1, 3, 6, 12 h; 1, 7, 28, 364 days; 10, 100 such years.
/// Each divides the next, and buckets begin at multiples of it, so timelines of different widths merge exactly.
/// </summary>
internal static class BucketLadder
{
    private const long Day = 86_400;

    /// <summary>The widths, ascending.</summary>
    public static readonly long[] Widths =
    [
        1, 5, 15, 30, 60, 300, 900, 1800, 3600, 10_800, 21_600, 43_200, Day, 7 * Day, 28 * Day, 364 * Day, 3640 * Day, 36_400 * Day,
    ];

    /// <summary>The bucket of a width in which a second is; seconds before 1970 are negative.</summary>
    public static long KeyOf(long second, long width) => (second / width) - (second % width < 0 ? 1 : 0);
}
