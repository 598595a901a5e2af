using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace LogAnalysis.Following;

/// <summary>Device, inode and size by the system call <c>statx</c>, whose structure is the same on every architecture.</summary>
/// <remarks>Source: Linux manual pages, statx(2).</remarks>
[SupportedOSPlatform("linux")]
internal static partial class LinuxFileStatus
{
    private const int WorkingDirectory = -100;
    private const int EmptyPath = 0x1000;
    private const uint InodeAndSize = 0x100 | 0x200;

    /// <summary>Whether the C library has the call: glibc 2.28 and later, musl 1.2.3 and later.</summary>
    public static bool IsSupported { get; } = NativeLibrary.TryLoad("libc", typeof(LinuxFileStatus).Assembly, null, out nint library)
        && NativeLibrary.TryGetExport(library, "statx", out _);

    /// <summary>The status of what stands at a path, links followed.</summary>
    public static FileStatus? Of(string path) =>
        IsSupported && Call(WorkingDirectory, path, 0, InodeAndSize, out Buffer buffer) == 0 ? buffer.ToStatus() : null;

    /// <summary>The status of an open file.</summary>
    public static FileStatus? Of(SafeFileHandle handle) =>
        IsSupported && Call(handle, string.Empty, EmptyPath, InodeAndSize, out Buffer buffer) == 0 ? buffer.ToStatus() : null;

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Call(int directory, string path, int flags, uint mask, out Buffer buffer);

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Call(SafeFileHandle file, string path, int flags, uint mask, out Buffer buffer);

    /// <summary><c>struct statx</c>: the fields that are read here, at their offsets.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct Buffer
    {
        [FieldOffset(32)]
        public ulong Inode;

        [FieldOffset(40)]
        public ulong Size;

        [FieldOffset(136)]
        public uint DeviceMajor;

        [FieldOffset(140)]
        public uint DeviceMinor;

        public readonly FileStatus ToStatus() =>
            new(new FileIdentity(((ulong)DeviceMajor << 32) | DeviceMinor, Inode), (long)Size);
    }
}
