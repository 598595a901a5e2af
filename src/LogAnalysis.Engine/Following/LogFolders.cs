using LogAnalysis.Files;

namespace LogAnalysis.Following;

/// <summary>
/// The folders in which the files of a followed path are: its own, and where it is a link, those of what it leads to. Writers rotate beside the
/// file, which a link knows nothing of.
/// </summary>
internal static class LogFolders
{
    /// <summary>Systems follow no more links than this.</summary>
    private const int MaxLinks = 40;

    private const int MaxBelow = 100;

    /// <summary>The names of a log: the path, and where it is a link, each name that it leads to.</summary>
    public static IEnumerable<string> NamesOf(string path)
    {
        string? name = path;
        for (int i = 0; i < MaxLinks && name is not null; i++)
        {
            yield return name;
            name = TargetOf(name);
        }
    }

    /// <summary>The folders of a log.</summary>
    public static string[] Of(string path) => [.. NamesOf(path).Select(name => Path.GetDirectoryName(name)!).Distinct(FileNames.Comparer)];

    /// <summary>The files in the folders of a log; none where one cannot be looked into.</summary>
    public static string[] Files(string path) => [.. Of(path).SelectMany(FilesIn)];

    /// <summary>The files in a folder; none where it cannot be looked into.</summary>
    public static string[] FilesIn(string folder)
    {
        try
        {
            return Directory.GetFiles(folder);
        }
        catch (Exception unreachable) when (unreachable is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>The folders in a folder, of which the one may be that logs are rotated into; none where it cannot be looked into.</summary>
    public static IEnumerable<string> Below(string folder)
    {
        try
        {
            return Directory.EnumerateDirectories(folder).Take(MaxBelow).ToArray();
        }
        catch (Exception unreachable) when (unreachable is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>When something last appeared or vanished in the folders of a log, in UTC.</summary>
    public static DateTime[] Times(string path) => [.. Of(path).Select(Directory.GetLastWriteTimeUtc)];

    private static string? TargetOf(string path)
    {
        try
        {
            return new FileInfo(path).LinkTarget is string target ? Path.GetFullPath(target, Path.GetDirectoryName(path)!) : null;
        }
        catch (Exception unreachable) when (unreachable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
