using LogAnalysis.Text;
using Microsoft.Win32.SafeHandles;

namespace LogAnalysis.Files;

/// <summary>
/// Which file it is, whatever its name: device and file number where the platform has them, else its creation time. Two names or handles with
/// equal identities are the same file, as far as the platform can tell.
/// </summary>
/// <param name="Device">The device or volume.</param>
/// <param name="Number">The inode or file number. Linux reuses that of a deleted file.</param>
/// <param name="Born">When the file was created, if known and needed to tell files with the same number apart.</param>
internal readonly record struct FileIdentity(ulong Device, ulong Number, DateTime? Born = null)
{
    /// <summary>Numbers can come from a checkpoint that somebody wrote: .NET's own hashes of them can be made to collide.</summary>
    public override int GetHashCode() => HashCode.Combine(SeededComparer.HashOf(Device), SeededComparer.HashOf(Number), Born);

    /// <summary>The identity of an open file.</summary>
    /// <param name="handle">The open file.</param>
    /// <param name="path">The path by which it was just opened, for platforms without file numbers.</param>
    public static FileIdentity Of(SafeFileHandle handle, string path)
    {
        FileIdentity? identity = OperatingSystem.IsLinux() ? LinuxFileIdentity.Of(handle)
            : OperatingSystem.IsWindows() ? WindowsFileIdentity.Of(handle)
            : null;
        return identity ?? new FileIdentity(0, (ulong)File.GetCreationTimeUtc(path).Ticks);
    }

    /// <summary>The identity of the file that a path names now; null if there is none, or it cannot be opened.</summary>
    public static FileIdentity? Of(string path) =>
        OperatingSystem.IsLinux() && LinuxFileIdentity.IsSupported ? LinuxFileIdentity.Of(path) : ByOpening(path);

    private static FileIdentity? ByOpening(string path)
    {
        try
        {
            using SafeFileHandle handle = LogFileHandle.Open(path);
            return Of(handle, path);
        }
        catch (Exception unreachable) when (unreachable is LogFileException or IOException)
        {
            return null;
        }
    }
}
