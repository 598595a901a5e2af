using System.Management.Automation;
using LogAnalysis.Errors;
using LogAnalysis.Files;

namespace LogAnalysis.Paths;

/// <summary>The logs that paths name within archives. What is wrong with an archive is reported once.</summary>
/// <param name="cmdlet">Where to report it.</param>
/// <param name="archives">The archives.</param>
internal sealed class ArchivePaths(PSCmdlet cmdlet, ArchiveFiles archives)
{
    private readonly HashSet<string> _reported = new(FileNames.Comparer);

    /// <summary>The logs in a file that is an archive; else the file itself.</summary>
    public IEnumerable<string> Expand(string file) => Find(file) is ArchiveFile archive ? archive.Listing.Members.Select(member => member.Path) : [file];

    /// <summary>The logs in a file, if it is an archive, that a wildcard names.</summary>
    public IEnumerable<string> Match(string file, ArchivePattern pattern) =>
        Find(file) is ArchiveFile archive ? archive.Listing.Members.Where(member => pattern.Matches(member.Name)).Select(member => member.Path) : [];

    /// <summary>What a full path without wildcards names: a file, a log within an archive, or all that are in a folder of one.</summary>
    public IEnumerable<string> ExpandLiteral(string path)
    {
        if (File.Exists(path))
        {
            return Expand(path);
        }

        if (FindAround(path) is not ArchiveFile archive)
        {
            return [path];
        }

        if (archive.Listing.NotText.Contains(path, FileNames.Comparer))
        {
            cmdlet.WriteError(LogErrors.ForFile(new(LogFileErrorKind.Binary, path)));
            return [];
        }

        string[] named = [.. archive.Listing.Members.Select(member => member.Path).Where(member => IsOrIsBelow(member, path))];
        return named.Length > 0 ? named : [path];
    }

    /// <summary>Whether a path is an archive, or leads into one.</summary>
    public static bool IsArchive(string path) => ArchiveFile.TryOpen(FileAround(path) ?? path) is not null;

    private static bool IsOrIsBelow(string member, string path) =>
        member.StartsWith(path, FileNames.Comparison) && (member.Length == path.Length || member[path.Length] == Path.DirectorySeparatorChar);

    /// <summary>The file that a path leads into as if it was a folder; null where there is none.</summary>
    private static string? FileAround(string path)
    {
        string? around = path;
        while (around is not null && !File.Exists(around) && !Directory.Exists(around))
        {
            around = Path.GetDirectoryName(around);
        }

        return around is not null && around.Length < path.Length && File.Exists(around) ? around : null;
    }

    private ArchiveFile? FindAround(string path) => FileAround(path) is string file ? Find(file) : null;

    private ArchiveFile? Find(string file)
    {
        ArchiveFile? archive = archives.Find(file);
        if (archive is not null && _reported.Add(file))
        {
            Report(archive);
        }

        return archive;
    }

    private void Report(ArchiveFile archive)
    {
        foreach (LogFileException failure in archive.Listing.Failures)
        {
            cmdlet.WriteError(LogErrors.ForFile(failure));
        }

        foreach (string path in archive.Listing.NotText)
        {
            cmdlet.WriteDetail($"'{path}' is skipped: it is not text.");
        }

        if (archive.Listing.Members.Count == 0 && archive.Listing.Failures.Count == 0)
        {
            cmdlet.WriteError(LogErrors.NoTextInArchive(archive.Path));
        }
    }
}
