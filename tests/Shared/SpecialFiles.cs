using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace LogAnalysis.Tests;

/// <summary>What is found where files are and is none.</summary>
[UnsupportedOSPlatform("windows")]
internal static partial class SpecialFiles
{
    private const uint OwnerMayReadAndWrite = 0b110_000_000;

    /// <summary>Makes a pipe that nobody writes to: who opens it to read, waits.</summary>
    public static string MakePipe(string path) =>
        MakePipe(path, OwnerMayReadAndWrite) == 0 ? path : throw new IOException(Marshal.GetLastPInvokeErrorMessage());

    /// <summary>Makes a socket. It vanishes when what is returned is disposed of.</summary>
    public static Socket MakeSocket(string path)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(path));
        return socket;
    }

    [LibraryImport("libc", EntryPoint = "mkfifo", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int MakePipe(string path, uint mode);
}
