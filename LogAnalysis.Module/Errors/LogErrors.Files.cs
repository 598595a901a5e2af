using System.Management.Automation;
using LogAnalysis.Files;
using LogAnalysis.Following;
using LogAnalysis.Text;

namespace LogAnalysis.Errors;

/// <content>Files and checkpoints.</content>
internal static partial class LogErrors
{
    /// <summary>A file that cannot be read.</summary>
    public static ErrorRecord ForFile(LogFileException failure)
    {
        (string id, ErrorCategory category) = failure.Kind switch
        {
            LogFileErrorKind.NotFound => ("FileNotFound", ErrorCategory.ObjectNotFound),
            LogFileErrorKind.IsDirectory => ("PathIsDirectory", ErrorCategory.InvalidArgument),
            LogFileErrorKind.NotRegular => ("NotRegularFile", ErrorCategory.InvalidArgument),
            LogFileErrorKind.AccessDenied => ("AccessDenied", ErrorCategory.PermissionDenied),
            LogFileErrorKind.Locked => ("FileLocked", ErrorCategory.ResourceBusy),
            LogFileErrorKind.Binary => ("BinaryFile", ErrorCategory.InvalidData),
            LogFileErrorKind.Unsized => ("UnsizedFile", ErrorCategory.LimitsExceeded),
            LogFileErrorKind.TooMuch => ("ExpansionLimit", ErrorCategory.LimitsExceeded),
            LogFileErrorKind.Truncated => ("FileTruncated", ErrorCategory.ReadError),
            LogFileErrorKind.TooManyOpenFiles => ("TooManyOpenFiles", ErrorCategory.ResourceUnavailable),
            _ => ("ReadFailed", ErrorCategory.ReadError),
        };
        return Create(_ => failure, id, category, failure.Path, failure.Message);
    }

    /// <summary>A wildcard without matches.</summary>
    public static ErrorRecord NoMatchingFile(string path) => Create(
        message => new ItemNotFoundException(message),
        "NoMatchingFile",
        ErrorCategory.ObjectNotFound,
        path,
        $"No file matches '{path}'.");

    /// <summary>An archive without logs.</summary>
    public static ErrorRecord NoTextInArchive(string path) => Create(
        message => new InvalidDataException(message),
        "NoTextInArchive",
        ErrorCategory.InvalidData,
        path,
        $"The archive '{path}' has no text files in it.");

    /// <summary>An archive that was to be followed.</summary>
    public static ErrorRecord ArchiveNotFollowed(string path) => Create(
        message => new ArgumentException(message),
        "ArchiveNotFollowed",
        ErrorCategory.InvalidArgument,
        path,
        $"'{path}' is an archive, or in one, and is not followed: nothing is appended to the logs in it. Read it with Get-LogEntry, or another command.");

    /// <summary>A folder below a wildcard that cannot be read.</summary>
    public static ErrorRecord UnreachableFolder(string path, Exception cause) => Create(
        message => new IOException(message, SafeCause.Of(cause)),
        "FolderUnreachable",
        cause is UnauthorizedAccessException ? ErrorCategory.PermissionDenied : ErrorCategory.ReadError,
        path,
        $"The folder '{path}' cannot be read; matching files in it are skipped. {cause.Message}");

    /// <summary>A path of a provider other than the file system.</summary>
    public static ErrorRecord NotFileSystem(string path, string provider, string advice = "Logs are read from the file system only.") => Create(
        message => new ArgumentException(message),
        "NotFileSystem",
        ErrorCategory.InvalidArgument,
        path,
        $"'{path}' is a path of the provider {provider}. {advice}");

    /// <summary>A path whose drive or provider does not exist.</summary>
    public static ErrorRecord UnusablePath(string path, Exception cause) =>
        Create(message => new ArgumentException(message, SafeCause.Of(cause)), "UnusablePath", ErrorCategory.InvalidArgument, path, $"'{path}' cannot be used as a path: {cause.Message}");

    /// <summary>A checkpoint that cannot be used.</summary>
    public static ErrorRecord ForCheckpoint(CheckpointException failure)
    {
        bool inUse = failure.Kind != CheckpointErrorKind.Unusable;
        return Create(
            _ => failure,
            inUse ? "CheckpointInUse" : "CheckpointUnusable",
            inUse ? ErrorCategory.ResourceBusy : ErrorCategory.WriteError,
            failure.Path,
            failure.Message);
    }

    /// <summary>An invalid checkpoint file.</summary>
    public static ErrorRecord CheckpointCorrupt(string path, string reason, string aside) => Create(
        message => new InvalidDataException(message),
        "CheckpointCorrupt",
        ErrorCategory.InvalidData,
        path,
        $"'{path}' is not a valid checkpoint and was renamed to '{aside}'. Watching starts over. {reason}");
}
