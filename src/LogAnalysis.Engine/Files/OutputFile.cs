using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace LogAnalysis.Files;

/// <summary>
/// Opens and creates the files that are written. Folders may belong to others, who can put anything in the place of a file at any moment: so a file is
/// created where nothing is, or opened without following a link, and what was opened is looked at, not what is at the path.
/// </summary>
internal static class OutputFile
{
    /// <summary>Only the owner may read and write: whoever can open a file can hold its lock.</summary>
    public const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>How often a file is looked for that others create and remove meanwhile.</summary>
    private const int MaxAttempts = 20;

    /// <summary>Whether what is at a path belongs to the user whose rights the process has; null where the system does not tell.</summary>
    public static bool? IsOwn(string path) => OperatingSystem.IsLinux() && LinuxFileIdentity.OwnerOf(path) is uint owner ? owner == UnixFile.UserId : null;

    /// <summary>
    /// Who may do what with the file at a path, if it is the user's own; null otherwise, and where the system does not tell. A file with another name may be one
    /// that somebody has put there: of this user, but none that was written there.
    /// </summary>
    public static UnixFileMode? ModeOfOwn(string path) => OperatingSystem.IsLinux() ? LinuxFileIdentity.PermissionsOf(path, UnixFile.UserId) : null;

    /// <summary>Creates a file, for this process alone.</summary>
    /// <param name="path">Where nothing is.</param>
    /// <param name="mode">Who may do what with it, where the system has that; null for what the process gives every new file.</param>
    /// <exception cref="IOException">It cannot be created, or something is there.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be created.</exception>
    public static FileStream Create(string path, UnixFileMode? mode)
    {
        if (OperatingSystem.IsWindows())
        {
            return new FileStream(WindowsFile.Create(path), FileAccess.ReadWrite);
        }

        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (mode is not null)
        {
            // From the first byte on, so that there is no moment at which others can open it.
            options.UnixCreateMode = mode;
        }

        return new FileStream(path, options);
    }

    /// <summary>Opens a file that is no link.</summary>
    /// <exception cref="IOException">It cannot be opened, or is no file.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static FileStream OpenToRead(string path) => new(OpenItself(path, canWrite: false), FileAccess.Read);

    /// <summary>Opens a file for reading and writing that no other process has open so; it is created where it does not exist.</summary>
    /// <exception cref="FileHeldException">Another process has it open.</exception>
    /// <exception cref="IOException">It cannot be opened or created, or is no file.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be opened or created.</exception>
    public static FileStream OpenAlone(string path)
    {
        for (int attempt = 1; ; attempt++)
        {
            FileStream? file = TryOpenAlone(path) ?? TryCreateAlone(path, isLast: attempt == MaxAttempts);
            if (file is not null)
            {
                return file;
            }
        }
    }

    /// <summary>Null where something is there by now.</summary>
    private static FileStream? TryCreateAlone(string path, bool isLast)
    {
        try
        {
            return Create(path, Private);
        }
        catch (IOException taken) when (taken is not DirectoryNotFoundException and not PathTooLongException && !isLast)
        {
            return null;
        }
    }

    /// <summary>Null where nothing is there, or nothing of our own.</summary>
    private static FileStream? TryOpenAlone(string path)
    {
        SafeFileHandle handle;
        try
        {
            handle = OpenItself(path, canWrite: true);
        }
        catch (FileNotFoundException)
        {
            return null;
        }

        try
        {
            if (OperatingSystem.IsWindows() || IsLocked(handle, path))
            {
                return new FileStream(handle, FileAccess.ReadWrite);
            }
        }
        catch
        {
            handle.Dispose();
            throw;
        }

        handle.Dispose();
        return null;
    }

    private static SafeFileHandle OpenItself(string path, bool canWrite)
    {
        SafeFileHandle handle = OperatingSystem.IsWindows() ? WindowsFile.OpenItself(path, canWrite) : UnixFile.OpenItself(path, canWrite);
        if (RegularFile.IsOpen(handle))
        {
            return handle;
        }

        handle.Dispose();
        throw new IOException("It is a device, a pipe or a socket.");
    }

    /// <summary>
    /// Locks a file that was opened. One that somebody else has put there, or to which another name leads, is replaced by one of our own: the other user could
    /// change it, and what is written to the other name is another file's.
    /// </summary>
    /// <returns>False where the file is not, or no longer, the one at the path.</returns>
    [UnsupportedOSPlatform("windows")]
    private static bool IsLocked(SafeFileHandle handle, string path)
    {
        (uint Owner, uint Names)? known = OperatingSystem.IsLinux() ? LinuxFileIdentity.OwnerOf(handle) : null;
        uint? other = known?.Owner is uint owner && owner != UnixFile.UserId ? owner : null;
        if (!UnixFile.TryLock(handle))
        {
            throw new FileHeldException("Another process has it open.", other);
        }

        if (OperatingSystem.IsLinux() && FileIdentity.Of(handle, path) != LinuxFileIdentity.OfLink(path))
        {
            return false;
        }

        if (other is not null || known?.Names > 1)
        {
            File.Delete(path);
            return false;
        }

        // An older version has made it so that others could open it.
        File.SetUnixFileMode(handle, Private);
        return true;
    }
}
