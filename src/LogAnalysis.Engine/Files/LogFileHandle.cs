using Microsoft.Win32.SafeHandles;

namespace LogAnalysis.Files;

/// <summary>
/// Opens logs so that other processes can still write, rename, delete and open them. Only files on a disk are opened: a pipe would wait for its
/// writer, and opening a device may have effects.
/// </summary>
internal static class LogFileHandle
{
    /// <summary>Opens a file for reading, without waiting.</summary>
    /// <exception cref="LogFileException">It cannot be opened, or is not a file.</exception>
    public static SafeFileHandle Open(string path)
    {
        try
        {
            if (Directory.Exists(path))
            {
                throw new LogFileException(LogFileErrorKind.IsDirectory, path);
            }

            if (RegularFile.IsAt(path) == false)
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
            // Something else may have taken its place since the check.
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
