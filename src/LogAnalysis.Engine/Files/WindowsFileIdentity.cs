using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace LogAnalysis.Files;

/// <summary>Volume serial number and file index of an open file.</summary>
/// <remarks>Source: Win32 API, <c>GetFileInformationByHandle</c> and <c>GetFileType</c>.</remarks>
[SupportedOSPlatform("windows")]
internal static partial class WindowsFileIdentity
{
    private const uint DiskFile = 1;

    /// <summary>The identity of an open file; null where the file system does not tell.</summary>
    public static FileIdentity? Of(SafeFileHandle handle) =>
        GetFileInformationByHandle(handle, out Information information) ? information.ToIdentity() : null;

    /// <summary>Whether an open file is on a disk, rather than a device such as CON, or a pipe.</summary>
    public static bool IsOnDisk(SafeFileHandle handle) => GetFileType(handle) == DiskFile;

    [LibraryImport("kernel32")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial uint GetFileType(SafeFileHandle file);

    [LibraryImport("kernel32")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool GetFileInformationByHandle(SafeFileHandle file, out Information information);

    /// <summary><c>BY_HANDLE_FILE_INFORMATION</c>: the fields that are read here, at their offsets.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 52)]
    private struct Information
    {
        [FieldOffset(28)]
        public uint VolumeSerialNumber;

        [FieldOffset(44)]
        public uint IndexHigh;

        [FieldOffset(48)]
        public uint IndexLow;

        public readonly FileIdentity ToIdentity() => new(VolumeSerialNumber, ((ulong)IndexHigh << 32) | IndexLow);
    }
}
