namespace LogAnalysis.Counting;

/// <summary>
/// What can have been counted. Counts that come from elsewhere are held to it where they come in, so that whatever is added up later stays within the
/// range of its numbers, and no share is more than a whole.
/// </summary>
internal static class CountLimits
{
    /// <summary>No log has more lines than this.</summary>
    public const long MaxCount = 1_000_000_000_000;

    /// <summary>No log has more bytes than this. A sum of such numbers that would be larger stays there.</summary>
    public const long MaxTotal = 100_000_000_000_000_000;

    /// <summary>Whether a number can say how often something occurred that did.</summary>
    public static bool IsOccurrence(long count) => count is > 0 and <= MaxCount;

    /// <summary>Whether a number can be a count.</summary>
    public static bool IsCount(long count) => count is >= 0 and <= MaxCount;

    /// <summary>Whether a number can be a sum of lengths.</summary>
    public static bool IsTotal(long total) => total is >= 0 and <= MaxTotal;

    /// <summary>The sum of two numbers, neither of which exceeds <see cref="MaxTotal"/>.</summary>
    public static long Sum(long one, long other) => Math.Min(one + other, MaxTotal);

    /// <summary>Whether an object can have been counted.</summary>
    /// <param name="counted">An object that another command has written, or that looks like one.</param>
    /// <returns>False for counts that cannot be; true for an object without counts too.</returns>
    public static bool ArePossible(object counted) => counted switch
    {
        LogErrorSummary summary => ArePossible(summary),
        LogErrorGroup group => IsOccurrence(group.Count) && Enum.IsDefined(group.Level) && group.By is not null && group.Paths?.Contains(null) == false,
        LogStatusCodeCount count => IsOccurrence(count.Count) && IsStatus(count.Code),
        LogStatusCode response => IsStatus(response.Code) && response.Bytes is null or (>= 0 and <= LogStatusCode.MaxBytes) && !(response.Duration < TimeSpan.Zero) && response.Text is not null,
        _ => true,
    };

    /// <summary>How much an object adds to all sums together, at most. Only for one that can have been counted.</summary>
    public static long Of(object counted) => counted switch
    {
        LogErrorSummary summary => summary.Lines + (2 * summary.Entries),
        LogErrorGroup group => group.Count,
        LogStatusCodeCount count => count.Count,
        _ => 1,
    };

    /// <summary>Whether a number is an HTTP status.</summary>
    public static bool IsStatus(int code) => code is >= StatusCodeFilter.Lowest and <= StatusCodeFilter.Highest;

    private static bool ArePossible(LogErrorSummary summary) =>
        IsCount(summary.Lines) && IsCount(summary.Entries) && IsCount(summary.Errors) && IsCount(summary.Critical) && IsCount(summary.Warnings)
        && summary.Critical <= summary.Errors && summary.Errors + summary.Warnings <= summary.Entries;
}
