using LogAnalysis.Files;

namespace LogAnalysis.Following;

/// <summary>
/// Whether a file is a copy of another one, whole or still being made. Files can begin alike for many kilobytes, so the ends are compared
/// as well.
/// </summary>
internal static class CopyComparison
{
    private const int MaxCompared = 4096;

    /// <summary>
    /// Whether a file is a copy of one that is followed. It may still be being made, or may lack lines that were read since: of the file at the path,
    /// which will be emptied, or of one that its writer went on with while it was compressed.
    /// </summary>
    /// <exception cref="IOException">Reading failed.</exception>
    public static bool IsCopy(LogContent content, TailedFile file)
    {
        ReadAhead? ahead = file.Handle.Ahead;
        if (ahead?.Later.Any(later => IsCopy(content, later)) == true)
        {
            return true;
        }

        if (file.IsUnread)
        {
            return ahead?.Start is not null ? IsCopy(content, ahead) : IsBeginning(content, file.Handle.ReadBytes);
        }

        bool isCurrent = file.Lifecycle.State == TailedFileState.Current;
        return file.ReadPosition.MatchesCopy(content)
            || ((isCurrent || !content.CanChange) && file.Read.IsEarlierCopy(content)
                && (IsBeginning(content, file.Handle.ReadBytes) || (isCurrent && !file.Read.IsTailIn(file.Handle))));
    }

    /// <summary>Whether a file holds the beginning of another one, or all of it.</summary>
    /// <param name="part">The file that may be a copy.</param>
    /// <param name="whole">The other file.</param>
    /// <exception cref="IOException">Reading failed.</exception>
    public static bool IsBeginning(LogContent part, LogContent whole) => IsBeginning(part, (offset, length) =>
    {
        byte[] bytes = new byte[length];
        return bytes[..whole.Read(bytes, offset)];
    });

    /// <summary>Whether a file holds the beginning of another one, or all of it.</summary>
    /// <param name="part">The file that may be a copy.</param>
    /// <param name="whole">Reads that number of bytes of the other file, at a position.</param>
    /// <exception cref="IOException">Reading failed.</exception>
    public static bool IsBeginning(LogContent part, Func<long, long, byte[]> whole) =>
        IsSameWithin(part, whole, 0, part.Length);

    /// <summary>Whether a file holds what was read ahead of a log before that was emptied.</summary>
    private static bool IsCopy(LogContent content, ReadAhead ahead) =>
        ahead.Start is long start && content.Length > start && IsSameWithin(content, ahead.ReadBytes, start, Math.Min(content.Length, ahead.End));

    private static bool IsSameWithin(LogContent one, Func<long, long, byte[]> other, long start, long end)
    {
        int compared = (int)Math.Min(MaxCompared, end - start);
        return IsSame(one, other, start, compared) && IsSame(one, other, end - compared, compared);
    }

    private static bool IsSame(LogContent one, Func<long, long, byte[]> other, long offset, int length)
    {
        byte[] bytes = new byte[length];
        return one.Read(bytes, offset) == length && bytes.AsSpan().SequenceEqual(other(offset, length));
    }
}
