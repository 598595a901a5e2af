namespace LogAnalysis.Following;

/// <summary>What a user should know though nothing failed.</summary>
/// <param name="Message">A sentence.</param>
internal sealed record FollowWarning(string Message)
{
    /// <summary>A line that is longer than the limit.</summary>
    public static FollowWarning LineCut(string path, long offset, long length, int limit) =>
        new($"The line at byte {offset} of '{path}' is {length} bytes long and was cut after {limit} bytes.");

    /// <summary>Another file is at the path, or none.</summary>
    public static FollowWarning Rotated(string path, long offset, bool isReplaced) =>
        new($"'{path}' was {(isReplaced ? "replaced: another file is there, by its identity" : "renamed or deleted: no file is there")}. Its rest, from byte {offset} on, is read first.");

    /// <summary>The file at the path has another identity, and is the same.</summary>
    public static FollowWarning Renumbered(string path, long offset) =>
        new($"'{path}' has another file number and still holds what was read: it is followed on from byte {offset}.");

    /// <summary>A file was emptied, and what was in it is in a copy.</summary>
    public static FollowWarning Copied(string path, long offset) =>
        new($"'{path}' was emptied or overwritten, by its content at byte {offset}. A copy that holds the same is read from there.");

    /// <summary>A file was emptied, and no copy of it is known.</summary>
    public static FollowWarning Emptied(string path, long offset) =>
        new($"'{path}' was emptied or overwritten, by its content at byte {offset}. No copy of it holds that much: what was written after the last read is a gap, unless a copy is still to come.");

    /// <summary>A file was found that was at the path between two polls.</summary>
    public static FollowWarning Missed(string path, DateTime written) =>
        new($"A file that was at '{path}' between two polls was found beside it, or had been opened in time: last written at {written.ToLocalTime():HH:mm:ss.fff}.");

    /// <summary>A file that was rotated away is not followed any more.</summary>
    public static FollowWarning Closed(string path, long offset, TimeSpan quiet) =>
        new($"A file that was at '{path}' is given up: nothing was written to it for {quiet.TotalSeconds:F0} s, and no process is known to hold it open for writing. It was read up to byte {offset}.");

    /// <summary>A file that has something in it that is no text.</summary>
    public static FollowWarning NotText(string path, long offset) =>
        new($"A line of '{path}', which begins at byte {offset}, is not text and was skipped. Further ones in this file are skipped without a warning.");

    /// <summary>A file whose unread rest is nowhere to be found.</summary>
    public static FollowWarning RestLost(string path) =>
        new($"'{path}' was truncated, replaced or deleted, and no renamed file or copy beside it holds its previous content. Lines written since the last read may be lost.");
}
