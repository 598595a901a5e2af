using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace LogAnalysis.Files;

/// <summary>Device, inode and time of birth by the system call <c>statx</c>, whose structure is the same on every architecture.</summary>
/// <remarks>Source: Linux manual pages, statx(2).</remarks>
[SupportedOSPlatform("linux")]
internal static partial class LinuxFileIdentity
{
    private const int WorkingDirectory = -100;
    private const int EmptyPath = 0x1000;
    private const int LinkItself = 0x100;
    private const uint Kind = 0x1;
    private const uint Permissions = 0x2;
    private const uint Links = 0x4;
    private const uint User = 0x8;
    private const uint Inode = 0x100;
    private const uint Birth = 0x800;
    private const int KindMask = 0xF000;
    private const int RegularFile = 0x8000;
    private const int PermissionMask = 0x1FF;

    /// <summary>Whether the C library has the call: glibc 2.28 and later, musl 1.2.3 and later.</summary>
    public static bool IsSupported { get; } = NativeLibrary.TryLoad("libc", typeof(LinuxFileIdentity).Assembly, null, out nint library)
        && NativeLibrary.TryGetExport(library, "statx", out _);

    /// <summary>The identity of the file at a path, links followed.</summary>
    public static FileIdentity? Of(string path) =>
        IsSupported && Call(WorkingDirectory, path, 0, Inode | Birth, out Buffer buffer) == 0 ? buffer.ToIdentity() : null;

    /// <summary>The identity of an open file.</summary>
    public static FileIdentity? Of(SafeFileHandle handle) =>
        IsSupported && Call(handle, string.Empty, EmptyPath, Inode | Birth, out Buffer buffer) == 0 ? buffer.ToIdentity() : null;

    /// <summary>The identity of what is at a path: of a link itself.</summary>
    public static FileIdentity? OfLink(string path) =>
        IsSupported && Call(WorkingDirectory, path, LinkItself, Inode | Birth, out Buffer buffer) == 0 ? buffer.ToIdentity() : null;

    /// <summary>The number of the user to whom belongs what is at a path, of a link itself; null if unknown.</summary>
    public static uint? OwnerOf(string path) =>
        IsSupported && Call(WorkingDirectory, path, LinkItself, User, out Buffer buffer) == 0 ? buffer.Owner : null;

    /// <summary>The number of the user to whom an open file belongs, and how many names it has; null if unknown.</summary>
    public static (uint Owner, uint Names)? OwnerOf(SafeFileHandle handle) =>
        IsSupported && Call(handle, string.Empty, EmptyPath, User | Links, out Buffer buffer) == 0 ? (buffer.Owner, buffer.LinkCount) : null;

    /// <summary>Who may do what with the file at a path, if it is one rather than a link, belongs to a user and has no other name; all from one moment. Null otherwise.</summary>
    public static UnixFileMode? PermissionsOf(string path, uint owner) =>
        IsSupported && Call(WorkingDirectory, path, LinkItself, Kind | Permissions | Links | User, out Buffer buffer) == 0 && buffer is { IsRegular: true, LinkCount: 1 } && buffer.Owner == owner
            ? (UnixFileMode)(buffer.Mode & PermissionMask)
            : null;

    /// <summary>Whether a path is a file, rather than a device, a pipe or a socket; null if unknown.</summary>
    public static bool? IsRegular(string path) =>
        IsSupported && Call(WorkingDirectory, path, 0, Kind, out Buffer buffer) == 0 ? buffer.IsRegular : null;

    /// <summary>Whether a handle is a file, rather than a device, a pipe or a socket; null if unknown.</summary>
    public static bool? IsRegular(SafeFileHandle handle) =>
        IsSupported && Call(handle, string.Empty, EmptyPath, Kind, out Buffer buffer) == 0 ? buffer.IsRegular : null;

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
        [FieldOffset(0)]
        public uint Mask;

        [FieldOffset(16)]
        public uint LinkCount;

        [FieldOffset(20)]
        public uint Owner;

        [FieldOffset(28)]
        public ushort Mode;

        [FieldOffset(32)]
        public ulong Inode;

        [FieldOffset(80)]
        public long BirthSeconds;

        [FieldOffset(88)]
        public uint BirthNanoseconds;

        [FieldOffset(136)]
        public uint DeviceMajor;

        [FieldOffset(140)]
        public uint DeviceMinor;

        public readonly bool IsRegular => (Mode & KindMask) == RegularFile;

        public readonly FileIdentity ToIdentity() => new(((ulong)DeviceMajor << 32) | DeviceMinor, Inode, ToTime());

        /// <summary>Null where the file system does not remember it.</summary>
        private readonly DateTime? ToTime() => (Mask & Birth) == 0
            ? null
            : DateTime.UnixEpoch.AddTicks((BirthSeconds * TimeSpan.TicksPerSecond) + (BirthNanoseconds / TimeSpan.NanosecondsPerTick));
    }
}
