using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace LogAnalysis.Files;

/// <summary>
/// Opens a file by the system call itself. .NET takes an advisory lock on every file that it opens. That would keep a .NET program from opening
/// its own log exclusively while we read it, and us from reading what such a program has open.
/// </summary>
/// <remarks>Source: POSIX.1-2017, <c>open</c>; the values of O_CLOEXEC, O_NONBLOCK and O_NOFOLLOW are those of each system's <c>fcntl.h</c>; flock(2).</remarks>
[UnsupportedOSPlatform("windows")]
internal static partial class UnixFile
{
    private const int NotPermitted = 1;
    private const int NoEntry = 2;
    private const int AccessDenied = 13;
    private const int NotADirectory = 20;
    private const int ForWriting = 0x2;
    private const int ExclusiveWithoutWaiting = 0x2 | 0x4;

    private static readonly int CloseOnExecute = OperatingSystem.IsLinux() ? 0x80000 : 0x1000000;

    /// <summary>Opening a pipe would wait for its writer, reading a kernel's log for its next line.</summary>
    private static readonly int NonBlocking = OperatingSystem.IsLinux() ? 0x800 : 0x4;

    /// <summary>Opening a link itself fails, whatever it leads to.</summary>
    private static readonly int NoFollow = !OperatingSystem.IsLinux() ? 0x100
        : RuntimeInformation.ProcessArchitecture is Architecture.Arm or Architecture.Arm64 ? 0x8000
        : 0x20000;

    /// <summary>The number of the user whose rights the process has.</summary>
    public static uint UserId => GetEffectiveUser();

    /// <summary>Opens a file for reading.</summary>
    /// <exception cref="IOException">It cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static SafeFileHandle Open(string path) => Open(path, CloseOnExecute | NonBlocking);

    /// <summary>Opens a file that is no link, for reading, or for writing too.</summary>
    /// <exception cref="IOException">It cannot be opened, or is a link.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be opened so.</exception>
    public static SafeFileHandle OpenItself(string path, bool canWrite) =>
        Open(path, CloseOnExecute | NonBlocking | NoFollow | (canWrite ? ForWriting : 0));

    /// <summary>Locks an open file for this process as .NET locks what is not shared, without waiting.</summary>
    /// <returns>False where another process has it locked.</returns>
    public static bool TryLock(SafeFileHandle file) => Lock(file, ExclusiveWithoutWaiting) == 0;

    private static SafeFileHandle Open(string path, int flags)
    {
        int descriptor = OpenDescriptor(path, flags);
        if (descriptor >= 0)
        {
            return new SafeFileHandle(descriptor, ownsHandle: true);
        }

        int error = Marshal.GetLastPInvokeError();
        string message = Marshal.GetPInvokeErrorMessage(error);
        throw error switch
        {
            NoEntry or NotADirectory => new FileNotFoundException(message),
            AccessDenied or NotPermitted => new UnauthorizedAccessException(message),
            _ => new IOException(message, error),
        };
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int OpenDescriptor(string path, int flags);

    [LibraryImport("libc", EntryPoint = "flock")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Lock(SafeFileHandle file, int operation);

    [LibraryImport("libc", EntryPoint = "geteuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial uint GetEffectiveUser();
}
