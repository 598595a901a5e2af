using System.Globalization;
using LogAnalysis.Text;

namespace LogAnalysis.Files;

/// <summary>A file could not be read. Its message is a sentence for the user.</summary>
/// <param name="kind">What went wrong.</param>
/// <param name="path">The file.</param>
/// <param name="cause">What the system said.</param>
/// <param name="bytesRead">How much of the file's text had been read before. Results are partial if any.</param>
internal sealed class LogFileException(LogFileErrorKind kind, string path, Exception? cause = null, long bytesRead = 0)
    : IOException(ControlCharacters.Escape(Describe(kind, path, cause, bytesRead)), SafeCause.Of(cause))
{
    private const int SystemFileTableFull = 23;
    private const int TooManyOpenFiles = 24;
    private const int TooManyOpenFilesOnWindows = 4;
    private const int SharingViolation = 32;
    private const int LockViolation = 33;
    private const int InvalidName = 123;
    private const int BadPathName = 161;

    /// <summary>What .NET reads for bytes of a name that are no UTF-8; by that name there is no file.</summary>
    private const char Undecodable = '\uFFFD';

    public LogFileErrorKind Kind { get; } = kind;

    /// <summary>The path as it is; PowerShell shows what is public.</summary>
    internal string Path { get; } = path;

    /// <summary>How many bytes of the file's text had been read, uncompressed and in UTF-8. Up to there, the text is in the result.</summary>
    public long BytesRead { get; } = bytesRead;

    /// <summary>What went wrong when <paramref name="cause"/> was thrown at opening or reading <paramref name="path"/>.</summary>
    /// <param name="cause">What was thrown.</param>
    /// <param name="path">The file.</param>
    /// <param name="bytesRead">How much of the file's text had been read before.</param>
    public static LogFileException From(Exception cause, string path, long bytesRead = 0) => cause switch
    {
        LogFileException known => known,
        ExpansionLimitException => new(LogFileErrorKind.TooMuch, path, cause, bytesRead),
        FileNotFoundException or DirectoryNotFoundException => new(LogFileErrorKind.NotFound, path, cause),
        IOException impossible when IsImpossibleName(impossible) => new(LogFileErrorKind.NotFound, path, cause),
        UnauthorizedAccessException => new(LogFileErrorKind.AccessDenied, path, cause),
        IOException sharing when IsSharingViolation(sharing) => new(LogFileErrorKind.Locked, path, cause),
        IOException exhausted when IsOutOfHandles(exhausted) => new(LogFileErrorKind.TooManyOpenFiles, path, cause),
        _ => new(LogFileErrorKind.ReadFailed, path, cause, bytesRead),
    };

    private static bool IsSharingViolation(IOException exception) =>
        OperatingSystem.IsWindows() && (exception.HResult & 0xFFFF) is SharingViolation or LockViolation;

    /// <summary>There is no file with a name that Windows does not allow, such as <c>a|b.log</c>.</summary>
    private static bool IsImpossibleName(IOException exception) =>
        OperatingSystem.IsWindows() && (exception.HResult & 0xFFFF) is InvalidName or BadPathName;

    private static bool IsOutOfHandles(IOException exception) => OperatingSystem.IsWindows()
        ? (exception.HResult & 0xFFFF) == TooManyOpenFilesOnWindows
        : exception.HResult is SystemFileTableFull or TooManyOpenFiles;

    private static string Describe(LogFileErrorKind kind, string path, Exception? cause, long bytesRead) => kind switch
    {
        LogFileErrorKind.NotFound when path.Contains(Undecodable, StringComparison.Ordinal) => $"'{path}' cannot be opened: its name is not UTF-8. Rename it.",
        LogFileErrorKind.NotFound => $"The file '{path}' does not exist.",
        LogFileErrorKind.IsDirectory => $"'{path}' is a directory. Name a file in it, or use a wildcard such as '{System.IO.Path.Combine(path, "*.log")}'.",
        LogFileErrorKind.NotRegular => $"'{path}' is a device, a pipe or a socket, and was not opened. Name a file.",
        LogFileErrorKind.AccessDenied => $"Access to '{path}' is denied. Use an account with read permission.",
        LogFileErrorKind.Locked => $"'{path}' is locked by another process that does not share it.",
        LogFileErrorKind.Binary => $"'{path}' is not text: most of what was sampled of it is something else.",
        LogFileErrorKind.Unsized => $"'{path}' reports no size, and is longer than the limit for such files. {Partial(bytesRead)}",
        LogFileErrorKind.Truncated => $"'{path}' became shorter while it was being read. {Partial(bytesRead)}",
        LogFileErrorKind.TooManyOpenFiles => $"'{path}' cannot be opened: too many files are open. Raise the limit (ulimit -n), or read fewer files at a time.",
        LogFileErrorKind.TooMuch => bytesRead == 0 ? $"'{path}' is not read on. {cause?.Message}" : $"'{path}' is not read on. {cause?.Message} {Partial(bytesRead)}",
        _ => bytesRead == 0 ? $"Reading '{path}' failed: {cause?.Message}" : $"Reading '{path}' failed: {cause?.Message} {Partial(bytesRead)}",
    };

    private static string Partial(long bytesRead) => string.Create(
        CultureInfo.InvariantCulture,
        $"The result is partial: it covers the complete lines in the first {bytesRead} bytes of text.");
}
