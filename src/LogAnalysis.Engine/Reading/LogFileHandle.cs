using Microsoft.Win32.SafeHandles;

namespace LogAnalysis.Reading;

/// <summary>Opens logs so that their writers can go on writing, renaming, deleting and opening them in whatever way.</summary>
internal static class LogFileHandle
{
    /// <summary>Opens a file for reading.</summary>
    /// <exception cref="LogFileException">It cannot be opened.</exception>
    public static SafeFileHandle Open(string path)
    {
        try
        {
            if (Directory.Exists(path))
            {
                throw new LogFileException(LogFileFault.IsDirectory, path);
            }

            return OperatingSystem.IsWindows() ? OpenShared(path) : UnixFile.Open(path);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw LogFileException.From(cause, path);
        }
    }

    private static SafeFileHandle OpenShared(string path) =>
        File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
}
