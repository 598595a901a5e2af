namespace LogAnalysis.Files;

/// <summary>What is common to files that are replaced as a whole: a temporary one is written beside them, and moved.</summary>
internal static class AtomicFile
{
    /// <summary>What stands in the way of a file at a path.</summary>
    /// <param name="path">The full path.</param>
    public static PathProblem FindObstacle(string path) =>
        new FileInfo(path).LinkTarget is not null ? PathProblem.Link
        : Directory.Exists(path) ? PathProblem.Directory
        : !Directory.Exists(Path.GetDirectoryName(path)) ? PathProblem.NoFolder
        : RegularFile.StandsAt(path) == false ? PathProblem.NotRegular
        : PathProblem.None;

    /// <summary>Whether something went wrong with files. One that grows beyond what its disk or its user may have is an argument out of range to .NET.</summary>
    public static bool IsFault(Exception cause) => cause is UnauthorizedAccessException or IOException or ArgumentOutOfRangeException;

    /// <summary>Deletes a file that is of no use to anybody.</summary>
    public static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception stuck) when (stuck is UnauthorizedAccessException or IOException)
        {
            // What went wrong before is what the user should hear of.
        }
    }
}
