using Microsoft.Win32.SafeHandles;

namespace LogAnalysis.Following;

/// <summary>
/// Which file it is, whatever it is called now: device and file number where the platform has them, else the time of its
/// creation. Two names or handles with equal identities are the same file, as far as the platform can tell.
/// </summary>
internal readonly record struct FileIdentity(ulong Device, ulong Number)
{
    /// <summary>The identity of an open file.</summary>
    /// <param name="handle">The open file.</param>
    /// <param name="path">The path by which it was just opened, for platforms that have no file numbers.</param>
    public static FileIdentity Of(SafeFileHandle handle, string path)
    {
        FileStatus? status = OperatingSystem.IsLinux() ? LinuxFileStatus.Of(handle)
            : OperatingSystem.IsWindows() ? WindowsFileStatus.Of(handle)
            : null;
        return status?.Identity ?? ByCreationTime(path);
    }

    /// <summary>The identity of a file on a platform without file numbers.</summary>
    public static FileIdentity ByCreationTime(string path) => new(0, (ulong)File.GetCreationTimeUtc(path).Ticks);
}
