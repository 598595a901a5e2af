using LogAnalysis.Reading;
using Microsoft.Win32.SafeHandles;

namespace LogAnalysis.Following;

/// <summary>Where the text of a file begins.</summary>
internal static class TextStart
{
    private static ReadOnlySpan<byte> Utf8Mark => [0xEF, 0xBB, 0xBF];

    /// <summary>The offset behind a byte order mark.</summary>
    /// <exception cref="LogFileException">The file is not text that can be followed.</exception>
    public static long Find(SafeFileHandle handle, string path)
    {
        Span<byte> head = stackalloc byte[1024];
        head = head[..RandomAccess.Read(handle, head, 0)];
        if (head.Contains((byte)0))
        {
            throw new LogFileException(LogFileFault.Binary, path);
        }

        return head.StartsWith(Utf8Mark) ? Utf8Mark.Length : 0;
    }
}
