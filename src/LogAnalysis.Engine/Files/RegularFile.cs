using Microsoft.Win32.SafeHandles;

namespace LogAnalysis.Files;

/// <summary>Tells files from devices, pipes and sockets.</summary>
internal static class RegularFile
{
    /// <summary>Whether a file stands at a path, links followed; null where nothing does, or where it takes opening it to tell.</summary>
    public static bool? StandsAt(string path) => OperatingSystem.IsLinux() ? LinuxFileIdentity.IsRegular(path) : null;

    /// <summary>Whether what was opened is a file.</summary>
    public static bool IsOpen(SafeFileHandle handle) =>
        OperatingSystem.IsWindows() ? WindowsFileIdentity.IsOnDisk(handle)
        : OperatingSystem.IsLinux() && LinuxFileIdentity.IsRegular(handle) is bool isRegular ? isRegular
        : CanSeek(handle);

    /// <summary>Where nothing tells more, what has no positions is no file.</summary>
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
