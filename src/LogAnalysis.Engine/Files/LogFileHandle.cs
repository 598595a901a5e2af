using Microsoft.Win32.SafeHandles;

namespace LogAnalysis.Files;

/// <summary>
/// Opens logs so that their writers can go on writing, renaming, deleting and opening them in whatever way. What is no file on a disk is
/// not opened: a pipe would wait for who writes to it, a device may do something.
/// </summary>
internal static class LogFileHandle
{
    /// <summary>Opens a file for reading, without waiting for anything.</summary>
    /// <exception cref="LogFileException">It cannot be opened, or is no file.</exception>
    public static SafeFileHandle Open(string path)
    {
        try
        {
            if (Directory.Exists(path))
            {
                throw new LogFileException(LogFileErrorKind.IsDirectory, path);
            }

            if (RegularFile.StandsAt(path) == false)
            {
                throw new LogFileException(LogFileErrorKind.NotRegular, path);
            }

            return OpenRegular(path);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw LogFileException.From(cause, path);
        }
    }

    private static SafeFileHandle OpenRegular(string path)
    {
        SafeFileHandle handle = OperatingSystem.IsWindows() ? OpenShared(path) : UnixFile.Open(path);
        try
        {
            // Since it was looked at, something else may have taken its place.
            return RegularFile.IsOpen(handle) ? handle : throw new LogFileException(LogFileErrorKind.NotRegular, path);
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    private static SafeFileHandle OpenShared(string path) =>
        File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
}
