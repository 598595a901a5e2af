
namespace LogAnalysis.Reading;

/// <summary>A file could not be read. Its message is a sentence for the user.</summary>
internal sealed class LogFileException(LogFileFault fault, string path, Exception? cause = null)
    : IOException(SafeText.Escape(Describe(fault, path, cause)), cause)
{
    private const int SharingViolation = 32;
    private const int LockViolation = 33;

    public LogFileFault Fault { get; } = fault;

    /// <summary>The path as it is; PowerShell shows what is public.</summary>
    internal string Path { get; } = path;

    /// <summary>What went wrong when <paramref name="cause"/> was thrown at opening or reading <paramref name="path"/>.</summary>
    public static LogFileException From(Exception cause, string path) => cause switch
    {
        LogFileException known => known,
        FileNotFoundException or DirectoryNotFoundException => new(LogFileFault.NotFound, path, cause),
        UnauthorizedAccessException => new(LogFileFault.AccessDenied, path, cause),
        IOException sharing when IsSharingViolation(sharing) => new(LogFileFault.Locked, path, cause),
        _ => new(LogFileFault.ReadFailed, path, cause),
    };

    private static bool IsSharingViolation(IOException exception) =>
        OperatingSystem.IsWindows() && (exception.HResult & 0xFFFF) is SharingViolation or LockViolation;

    private static string Describe(LogFileFault fault, string path, Exception? cause) => fault switch
    {
        LogFileFault.NotFound => $"There is no file '{path}'.",
        LogFileFault.IsDirectory => $"'{path}' is a directory. Name files, or use a wildcard such as '{System.IO.Path.Combine(path, "*.log")}'.",
        LogFileFault.NotRegular => $"'{path}' is a device, a pipe or a socket, and is not opened. Name a file.",
        LogFileFault.AccessDenied => $"Access to '{path}' is denied. It can be read by an account that has read permission.",
        LogFileFault.Locked => $"'{path}' is held by another process that lets nobody else read it.",
        LogFileFault.Binary => $"'{path}' is not text: its beginning holds NUL bytes.",
        LogFileFault.Unsized => $"'{path}' is no file on a disk: it has no size, and goes on. What was read of it ends after {LogFileText.MostUnsized >> 20} MiB.",
        _ => $"Reading '{path}' failed: {cause?.Message}",
    };
}
