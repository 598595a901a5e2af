namespace LogAnalysis.Files;

/// <summary>What files have in common that are replaced as a whole, by writing a temporary file beside them and moving it.</summary>
internal static class AtomicFile
{
    /// <summary>Why a file cannot be written at a full path.</summary>
    public static PathProblem FindProblem(string path) =>
        new FileInfo(path).LinkTarget is not null ? PathProblem.Link
        : Directory.Exists(path) ? PathProblem.Directory
        : !Directory.Exists(Path.GetDirectoryName(path)) ? PathProblem.NoFolder
        : RegularFile.IsAt(path) == false ? PathProblem.NotRegular
        : PathProblem.None;

    /// <summary>Whether writing or moving a file failed. .NET reports a file that exceeds a quota or the size limit of its disk as an argument out of range.</summary>
    public static bool IsFailure(Exception cause) => cause is UnauthorizedAccessException or IOException or ArgumentOutOfRangeException;

    /// <summary>Deletes a file that is of no use any more.</summary>
    public static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception stuck) when (stuck is UnauthorizedAccessException or IOException)
        {
            // The user should see the failure that led here, not this one.
        }
    }
}
