using LogAnalysis.Reading;
using Microsoft.Win32.SafeHandles;

namespace LogAnalysis.Following;

/// <summary>What stands at a path at one moment.</summary>
/// <param name="Identity">Which file it is.</param>
/// <param name="Length">Its size in bytes.</param>
internal readonly record struct FileStatus(FileIdentity Identity, long Length)
{
    /// <summary>What stands at <paramref name="path"/> now; null where nothing does, or nothing that can be looked at.</summary>
    public static FileStatus? Of(string path) =>
        OperatingSystem.IsLinux() && LinuxFileStatus.IsSupported ? LinuxFileStatus.Of(path) : ByOpening(path);

    private static FileStatus? ByOpening(string path)
    {
        try
        {
            using SafeFileHandle handle = LogFileHandle.Open(path);
            return new FileStatus(FileIdentity.Of(handle, path), RandomAccess.GetLength(handle));
        }
        catch (Exception unreachable) when (unreachable is LogFileException or IOException)
        {
            return null;
        }
    }
}
