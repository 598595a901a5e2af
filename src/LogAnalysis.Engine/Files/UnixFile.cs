using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace LogAnalysis.Files;

/// <summary>
/// Opens a file by the system call itself. .NET takes an advisory lock on every file that it opens. That would keep a .NET program from opening
/// its own log exclusively while we read it, and us from reading what such a program has open.
/// </summary>
/// <remarks>Source: POSIX.1-2017, <c>open</c>; the values of O_CLOEXEC and O_NONBLOCK are those of each system's <c>fcntl.h</c>.</remarks>
[UnsupportedOSPlatform("windows")]
internal static partial class UnixFile
{
    private const int NotPermitted = 1;
    private const int NoEntry = 2;
    private const int AccessDenied = 13;
    private const int NotADirectory = 20;

    private static readonly int CloseOnExecute = OperatingSystem.IsLinux() ? 0x80000 : 0x1000000;

    /// <summary>Opening a pipe would wait for its writer, reading a kernel's log for its next line.</summary>
    private static readonly int NonBlocking = OperatingSystem.IsLinux() ? 0x800 : 0x4;

    /// <summary>Opens a file for reading.</summary>
    /// <exception cref="IOException">It cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static SafeFileHandle Open(string path)
    {
        int descriptor = OpenDescriptor(path, CloseOnExecute | NonBlocking);
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
}
