using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace LogAnalysis.Files;

/// <summary>Opens what is at a path itself, also where that is a link, which .NET follows.</summary>
/// <remarks>Source: Win32 API, <c>CreateFileW</c> with <c>FILE_FLAG_OPEN_REPARSE_POINT</c>.</remarks>
[SupportedOSPlatform("windows")]
internal static partial class WindowsFile
{
    private const uint Read = 0x80000000;
    private const uint Write = 0x40000000;
    private const uint ShareRead = 1;
    private const uint OpenReparsePoint = 0x00200000;
    private const uint CreateNew = 1;
    private const uint OpenExisting = 3;
    private const int FileNotFound = 2;
    private const int AccessDenied = 5;
    private const int SharingViolation = 32;

    /// <summary>Creates a file; what is there already, be it a link that leads nowhere, is an error.</summary>
    /// <exception cref="IOException">It cannot be created.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be created.</exception>
    public static SafeFileHandle Create(string path) => Open(path, Read | Write, 0, CreateNew);

    /// <summary>Opens a file that is no link, for reading, or for writing too and for this process alone.</summary>
    /// <exception cref="FileHeldException">Another process has it open.</exception>
    /// <exception cref="IOException">It cannot be opened, or is a link.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be opened so.</exception>
    public static SafeFileHandle OpenItself(string path, bool canWrite)
    {
        SafeFileHandle handle = Open(path, canWrite ? Read | Write : Read, canWrite ? 0 : ShareRead, OpenExisting);
        if (new FileInfo(path).LinkTarget is null)
        {
            return handle;
        }

        handle.Dispose();
        throw new IOException("It is a link.");
    }

    private static SafeFileHandle Open(string path, uint access, uint share, uint disposition)
    {
        SafeFileHandle handle = CreateFile(path, access, share, 0, disposition, OpenReparsePoint, 0);
        if (!handle.IsInvalid)
        {
            return handle;
        }

        int error = Marshal.GetLastPInvokeError();
        handle.Dispose();
        string message = new Win32Exception(error).Message;
        throw error switch
        {
            FileNotFound => new FileNotFoundException(message),
            AccessDenied => new UnauthorizedAccessException(message),
            SharingViolation => new FileHeldException(message, owner: null),
            _ => new IOException(message, unchecked((int)0x80070000) | error),
        };
    }

    [LibraryImport("kernel32", EntryPoint = "CreateFileW", SetLastError = true, StringMarshalling = StringMarshalling.Utf16)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial SafeFileHandle CreateFile(string path, uint access, uint share, nint security, uint disposition, uint flags, nint template);
}
