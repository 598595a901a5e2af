using Microsoft.Win32.SafeHandles;

namespace LogAnalysis.Files;

/// <summary>Tells files from devices, pipes and sockets.</summary>
internal static class RegularFile
{
    /// <summary>Whether a path is a file, links followed; null if nothing is there, or only opening it can tell.</summary>
    public static bool? IsAt(string path) => OperatingSystem.IsLinux() ? LinuxFileIdentity.IsRegular(path) : null;

    /// <summary>Whether an open handle is a file.</summary>
    public static bool IsOpen(SafeFileHandle handle) =>
        OperatingSystem.IsWindows() ? WindowsFileIdentity.IsOnDisk(handle)
        : OperatingSystem.IsLinux() && LinuxFileIdentity.IsRegular(handle) is bool isRegular ? isRegular
        : CanSeek(handle);

    /// <summary>Without a system call that knows, what cannot seek is taken for no file.</summary>
    private static bool CanSeek(SafeFileHandle handle)
    {
        try
        {
            RandomAccess.GetLength(handle);
            return true;
        }
        catch (NotSupportedException)
        {
            return false;
        }
    }
}
