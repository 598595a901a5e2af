using LogAnalysis.Files;

namespace LogAnalysis.Following;

/// <summary>
/// Whether a file is a copy of another one, whole or still being made. Files can begin alike for many kilobytes, so the ends are compared
/// as well.
/// </summary>
internal static class CopyComparison
{
    private const int MaxCompared = 4096;

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
    /// <param name="whole">Reads so many bytes of the other file, at a position.</param>
    /// <exception cref="IOException">Reading failed.</exception>
    public static bool IsBeginning(LogContent part, Func<long, long, byte[]> whole)
    {
        long length = part.Length;
        int compared = (int)Math.Min(MaxCompared, length);
        return IsSame(part, whole, 0, compared) && IsSame(part, whole, length - compared, compared);
    }

    private static bool IsSame(LogContent part, Func<long, long, byte[]> whole, long offset, int length)
    {
        byte[] bytes = new byte[length];
        return part.Read(bytes, offset) == length && bytes.AsSpan().SequenceEqual(whole(offset, length));
    }
}
