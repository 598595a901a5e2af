using System.Runtime.InteropServices;

namespace LogAnalysis.Files;

/// <summary>How many files this process may still open.</summary>
/// <remarks>Source: POSIX.1-2017, <c>getrlimit</c>; the value of RLIMIT_NOFILE is that of each system's <c>sys/resource.h</c>.</remarks>
internal static partial class FileDescriptorLimit
{
    private const int OpenFilesOnLinux = 7;
    private const int OpenFilesElsewhere = 8;
    private const string Descriptors = "/dev/fd";

    /// <summary>How many are left now. On Windows, memory is the limit.</summary>
    public static int Left => OperatingSystem.IsWindows() || GetLimit(OperatingSystem.IsLinux() ? OpenFilesOnLinux : OpenFilesElsewhere, out Limit limit) != 0
        ? int.MaxValue
        : (int)Math.Min(limit.Soft, int.MaxValue) - CountOpen();

    private static int CountOpen()
    {
        try
        {
            return Directory.GetFileSystemEntries(Descriptors).Length;
        }
        catch (Exception unknown) when (unknown is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }

    [LibraryImport("libc", EntryPoint = "getrlimit")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GetLimit(int resource, out Limit limit);

    /// <summary><c>struct rlimit</c>; where there is no limit, the number is higher than any.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Limit
    {
        public nuint Soft;
        public nuint Hard;
    }
}
