namespace LogAnalysis.Following;

/// <summary>What a user should know though nothing failed.</summary>
/// <param name="Message">A sentence.</param>
internal sealed record FollowWarning(string Message)
{
    /// <summary>A line that is longer than the limit.</summary>
    public static FollowWarning LineCut(string path, long offset, long length, int limit) =>
        new($"The line at byte {offset} of '{path}' is {length} bytes long and was cut after {limit} bytes.");

    /// <summary>A file whose unread rest is nowhere to be found.</summary>
    public static FollowWarning RestLost(string path) =>
        new($"'{path}' was truncated, replaced or deleted, and no renamed file or copy beside it holds its previous content. Lines written since the last read may be lost.");
}
