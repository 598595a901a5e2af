using Microsoft.Extensions.FileSystemGlobbing.Abstractions;

namespace LogAnalysis.Paths;

/// <summary>
/// A folder as <c>**</c> searches it. Links to folders are not entered: they lead in circles, or out of the folder where the
/// pattern begins. Folders that cannot be listed are reported, and the search goes on.
/// </summary>
/// <param name="folder">The folder.</param>
/// <param name="report">Called with the path of a folder that cannot be listed, and why.</param>
internal sealed class GlobFolder(DirectoryInfo folder, Action<string, Exception> report) : DirectoryInfoBase
{
    /// <summary>PowerShell's own wildcards do not match hidden files and folders either, which on Unix begin with a dot.</summary>
    private static readonly EnumerationOptions NotHidden = new() { AttributesToSkip = FileAttributes.Hidden, IgnoreInaccessible = false };

    /// <inheritdoc/>
    public override string Name => folder.Name;

    /// <inheritdoc/>
    public override string FullName => folder.FullName;

    /// <inheritdoc/>
    public override DirectoryInfoBase? ParentDirectory => folder.Parent is DirectoryInfo parent ? new GlobFolder(parent, report) : null;

    /// <inheritdoc/>
    public override IEnumerable<FileSystemInfoBase> EnumerateFileSystemInfos()
    {
        foreach (FileSystemInfo entry in List())
        {
            if (entry is FileInfo file)
            {
                yield return new FileInfoWrapper(file);
            }
            else if (!IsLink(entry))
            {
                yield return new GlobFolder((DirectoryInfo)entry, report);
            }
        }
    }

    /// <inheritdoc/>
    public override DirectoryInfoBase? GetDirectory(string path) => new GlobFolder(new DirectoryInfo(Path.Combine(folder.FullName, path)), report);

    /// <inheritdoc/>
    public override FileInfoBase? GetFile(string path) => new FileInfoWrapper(new FileInfo(Path.Combine(folder.FullName, path)));

    /// <summary>Other reparse points, as synchronised folders have on Windows, lead nowhere else.</summary>
    private static bool IsLink(FileSystemInfo entry) => entry.Attributes.HasFlag(FileAttributes.ReparsePoint) && entry.LinkTarget is not null;

    private FileSystemInfo[] List()
    {
        try
        {
            return folder.GetFileSystemInfos("*", NotHidden);
        }
        catch (DirectoryNotFoundException)
        {
            // It was removed while its parent was looked through.
            return [];
        }
        catch (Exception unreachable) when (unreachable is IOException or UnauthorizedAccessException)
        {
            report(folder.FullName, unreachable);
            return [];
        }
    }
}
